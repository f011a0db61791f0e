import { answers } from "./uncertain/answers";
import { customers } from "./uncertain/customers";
import { devices } from "./uncertain/devices";
import { migrations } from "./uncertain/migrations";
import { subscriptions } from "./uncertain/subscriptions";
import { users } from "./uncertain/users";

/**
 * What no source settles about the real service: one switch for each question, and the ways in which
 * the service may behave. The first one is the default: the documented behaviour, or where the
 * documentation is silent the likeliest.
 */
export const uncertainBehaviours = {
    ...answers,
    ...customers,
    ...users,
    ...subscriptions,
    ...migrations,
    ...devices,
} as const;

type Behaviours = typeof uncertainBehaviours;

/**
 * How the simulator behaves where the real service is not known. Run your tests under several
 * choices: a program that only works under the defaults rests on a guess.
 */
export type Uncertain = { -readonly [Name in keyof Behaviours]: Behaviours[Name][number] } & {
    /**
     * How long a repeated `MS-RequestId` is recognised, in milliseconds.
     * @defaultValue Infinity
     */
    requestIdKeptMs: number;
    /**
     * The most customers one page of a list holds, and the size of a page with `size=0`.
     * @defaultValue 500
     */
    maximumPageSize: number;
    /**
     * How long an order and its subscription are missing from the customer's lists, in milliseconds;
     * the documentation says up to 15 minutes. By their ids they can be read at once.
     * @defaultValue 0
     */
    ordersListedAfterMs: number;
    /**
     * How long an Azure entitlement is shown as active after it was cancelled, in milliseconds; the
     * documentation says about 10 minutes.
     * @defaultValue 0
     */
    entitlementActiveForMs: number;
    /**
     * How long a migration or a schedule is missing from the lists, in milliseconds. By their ids they
     * can be read at once.
     * @defaultValue 0
     */
    migrationsListedAfterMs: number;
};

const defaults: Uncertain = {
    ...(Object.fromEntries(
        Object.entries(uncertainBehaviours).map(([name, choices]) => [name, choices[0]]),
    ) as { [Name in keyof Behaviours]: Behaviours[Name][0] }),
    requestIdKeptMs: Number.POSITIVE_INFINITY,
    maximumPageSize: 500,
    ordersListedAfterMs: 0,
    entitlementActiveForMs: 0,
    migrationsListedAfterMs: 0,
};

/**
 * The given choices, and the defaults for the rest.
 *
 * @throws Error where there is no such switch or choice.
 */
export function resolveUncertain(given: Partial<Uncertain> = {}): Uncertain {
    for (const [name, value] of Object.entries(given)) checkChoice(name, value);
    return { ...defaults, ...given };
}

function checkChoice(name: string, value: unknown): void {
    const choices: Record<string, readonly unknown[]> = uncertainBehaviours;
    const known = choices[name];
    const isNumber = Object.hasOwn(defaults, name) && known === undefined;
    if (isNumber ? isAmount(value) : known?.includes(value)) return;
    throw new Error(
        known === undefined && !isNumber
            ? `There is no uncertain behaviour ${name}. There are: ${Object.keys(defaults).join(", ")}.`
            : `${name} cannot be ${String(value)}, but ${known?.join(" or ") ?? "a number"}.`,
    );
}

function isAmount(value: unknown): boolean {
    return typeof value === "number" && value >= 0;
}
