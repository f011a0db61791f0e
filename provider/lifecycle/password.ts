import { randomInt } from "node:crypto";

/** Kinds of characters, without those that look alike. */
const kinds = [
    "abcdefghijkmnpqrstuvwxyz",
    "ABCDEFGHJKLMNPQRSTUVWXYZ",
    "23456789",
    "!#%*+-=?@_",
] as const;
const length = 24;

/**
 * A random password of 24 characters, all four kinds among them, which is more than any directory's
 * rules ask for. It has about 140 bits.
 */
export function newPassword(): string {
    const all = kinds.join("");
    const characters = [
        ...kinds.map(oneOf),
        ...Array.from({ length: length - kinds.length }, () => oneOf(all)),
    ];
    // Which kind stands where is no secret to give away.
    for (let last = characters.length - 1; last > 0; last -= 1) {
        const other = randomInt(last + 1);
        [characters[last], characters[other]] = [characters[other] ?? "", characters[last] ?? ""];
    }
    return characters.join("");
}

function oneOf(characters: string): string {
    return characters.charAt(randomInt(characters.length));
}

/**
 * What is wrong with a password by the rules of Microsoft Entra ID, if anything. The password itself is
 * not in the answer.
 *
 * @see https://learn.microsoft.com/entra/identity/authentication/concept-sspr-policy
 */
export function passwordProblem(password: string): string | undefined {
    if (password.length < 8 || password.length > 256) {
        return "must have 8 to 256 characters";
    }
    const found = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z\d]/].filter((kind) => kind.test(password));
    return found.length >= 3
        ? undefined
        : "must have three of these: small letters, capital letters, digits, other characters";
}
