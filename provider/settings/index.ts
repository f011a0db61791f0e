export type {
    ApplicationSettings,
    CredentialSettings,
    NamedCredential,
    ProofSettings,
} from "./credential";
export { explicitMarker, type SettingsSource } from "./find";
export { type SettingName, secretSettings, settingNames, variableOf } from "./names";
export {
    type OnlineValidation,
    type ResolvedSettings,
    resolveSettings,
    type Settings,
} from "./resolve";
