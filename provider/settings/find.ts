import { type SettingName, settingNames, settings, variableOf } from "./names";

/** Where settings come from. */
export interface SettingsSource {
    /** A value of the stack's configuration, or an argument of an explicit `Provider`. */
    configured(key: string): unknown;
    environment: Readonly<Record<string, string | undefined>>;
}

/** A value, the place it was found in, and how strong that place is. */
export interface Found {
    value: string;
    place: string;
    strength: number;
    /** Weaker places that have a value too. */
    weaker: readonly string[];
}

export type FoundSettings = Partial<Record<SettingName, Found>>;

/** The key by which an explicit `Provider` says that it is one. */
export const explicitMarker = "partnercenter:explicit";

/** The strength of the variables of other Azure tools, which are not meant for this provider alone. */
export const fallbackStrength = 0;

/**
 * Each setting from the strongest place that has it. In rising order: the variables of other Azure
 * tools, stack configuration, `PARTNERCENTER_*`, the arguments of an explicit `Provider`, and
 * `PARTNERCENTER_<PROFILE>_*` where that names a profile.
 *
 * The environment stands above the configuration because refresh and destroy get the configuration
 * as it was when the stack was last deployed, which a rotated secret does not reach.
 */
export function findSettings(source: SettingsSource): FoundSettings {
    const explicit = textOf(source.configured(explicitMarker)) !== undefined;
    const profile = explicit ? textOf(source.configured("partnercenter:profile")) : undefined;
    const found: FoundSettings = {};
    for (const name of settingNames) {
        const [strongest, ...others] = placesOf(name, explicit, profile, source)
            .sort((one, other) => other.strength - one.strength)
            .flatMap(({ value, ...where }) => (value === undefined ? [] : { value, ...where }));
        if (strongest !== undefined) {
            found[name] = { ...strongest, weaker: others.map(({ place }) => place) };
        }
    }
    return found;
}

function placesOf(
    name: SettingName,
    explicit: boolean,
    profile: string | undefined,
    source: SettingsSource,
) {
    const variable = (place: string, strength: number) => ({
        place,
        strength,
        value: textOf(source.environment[place]),
    });
    return [
        ...settings[name].map((place) => variable(place, fallbackStrength)),
        {
            place: explicit ? `the provider's argument ${name}` : `partnercenter:${name}`,
            strength: explicit ? 3 : 1,
            value: textOf(source.configured(`partnercenter:${name}`)),
        },
        variable(variableOf(name), 2),
        ...(profile === undefined ? [] : [variable(variableOf(name, profile), 4)]),
    ];
}

/** Configuration may hold numbers and truth values; an empty text is as good as none. */
function textOf(value: unknown): string | undefined {
    const isPlain = ["string", "number", "boolean"].includes(typeof value);
    const text = isPlain ? String(value).trim() : "";
    return text === "" ? undefined : text;
}
