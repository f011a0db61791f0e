/**
 * The cultures that Partner Center supports in each country besides `en-US`
 * (docs: partner-center-supported-languages-and-locales).
 */
export const nativeCultures = `
AF=ps-AF AX=sv-SE AL=sq-AL DZ=ar-DZ AD=ca-ES AO=pt-PT AR=es-AR AM=hy-AM AW=nl-NL AU=en-AU
AT=de-AT AZ=az-Latn-AZ BS=en-GB BH=ar-BH BD=bn-BD BB=en-GB BY=be-BY BE=fr-BE/nl-BE
BZ=en-BZ BJ=fr-FR BM=en-GB BO=es-BO BQ=nl-NL BA=bs-Latn-BA BW=en-GB BV=nb-NO BR=pt-BR
BN=ms-BN BG=bg-BG BF=fr-FR BI=fr-FR CV=pt-CV KH=km-KH CM=fr-FR CA=fr-CA KY=en-GB CF=fr-FR
TD=fr-FR CL=es-CL CN=zh-CN CO=es-CO KM=fr-FR CG=fr-FR CD=fr-FR CR=es-CR CI=fr-FR HR=hr-HR
CW=nl-NL CY=el-GR CZ=cs-CZ DK=da-DK DJ=fr-FR DO=es-DO EC=es-EC EG=ar-EG SV=es-SV GQ=es-ES
ER=ar-SA EE=et-EE ET=am-ET FO=fo-FO FJ=en-GB FI=fi-FI/sv-FI FR=fr-FR GF=fr-FR PF=fr-FR
TF=fr-FR GA=fr-FR GE=ka-GE DE=de-DE GH=en-GB GR=el-GR GL=da-DK GP=fr-FR GT=es-GT GN=fr-FR
GW=pt-PT HT=fr-FR HN=es-HN HK=zh-HK HU=hu-HU IS=is-IS IN=en-IN/hi-IN ID=id-ID IQ=ar-IQ
IE=en-IE IL=he-IL IT=it-IT JM=en-JM XJ=nb-NO JP=ja-JP JO=ar-JO KZ=kk-KZ KE=sw-KE KR=ko-KR
KW=ar-KW KG=ky-KG LA=lo-LA LV=lv-LV LB=ar-LB LY=ar-LY LI=de-LI LT=lt-LT LU=de-LU/fr-LU
MO=zh-MO MG=fr-FR MY=en-MY MV=dv-MV ML=fr-FR MT=mt-MT MQ=fr-FR MR=ar-SA MU=en-GB YT=fr-FR
MX=es-MX MD=ro-RO MC=fr-MC MN=mn-MN ME=sr-Latn-ME MA=ar-MA MZ=pt-PT NA=en-GB NP=ne-NP
NL=nl-NL NC=fr-FR NZ=en-NZ NI=es-NI NE=fr-FR NG=ha-Latn-NG MK=mk-MK NO=nb-NO OM=ar-OM
PK=ur-PK PS=ar-SA PA=es-PA PY=es-PY PE=es-PE PH=en-PH PL=pl-PL PT=pt-PT PR=es-PR QA=ar-QA
RE=fr-FR RO=ro-RO RU=ru-RU RW=rw-RW XS=nl-NL KN=en-GB MF=fr-FR PM=fr-FR BL=fr-FR SM=it-IT
ST=pt-PT SA=ar-SA SN=wo-SN RS=sr-Latn-RS/sr-Cyrl-RS SG=en-SG/zh-SG XE=nl-NL SK=sk-SK
SI=sl-SI SO=ar-SA ZA=en-ZA ES=es-ES/ca-ES/eu-ES/gl-ES LK=si-LK SR=nl-NL SJ=nb-NO SE=sv-SE
CH=de-CH/fr-CH/it-CH TW=zh-TW TJ=tg-Cyrl-TJ TZ=en-GB TH=th-TH TL=pt-PT TG=fr-FR TT=en-TT
TN=ar-TN TR=tr-TR TM=tk-TM UG=en-GB UA=uk-UA AE=ar-AE GB=en-GB US=es-US UY=es-UY
UZ=uz-Latn-UZ VA=it-IT VE=es-VE VN=vi-VN WF=fr-FR YE=ar-YE ZM=en-GB ZW=en-ZW
`;

/** Countries with no culture but `en-US` (same page). */
export const englishOnly = `
AS AI AQ AG BT IO VG CX CC CK DM SZ FK GM GI GD GU GG GY HM IM JE KI XK LS LR MW MH FM MS
MM NR AN NU NF MP PW PG PN LC VC WS SC SL SX SB GS SS SH TK TO TC TV UM VI VU
`;
