/** The shortest text that counts as a secret: a shorter one is found anywhere by chance. */
const shortestSecret = 6;

/**
 * Finds secrets in texts, also where they were written as a part of JSON, of a URL or in base64.
 * Answers one line for each find, which does not show the secret itself.
 */
export function findClearText(
    texts: ReadonlyMap<string, string>,
    secrets: readonly string[],
): string[] {
    if (secrets.length === 0 || secrets.some((secret) => secret.length < shortestSecret)) {
        throw new Error(`Search for secrets of at least ${shortestSecret} characters.`);
    }
    return secrets.flatMap((secret, index) => {
        const forms = writingsOf(secret);
        const places = [...texts].filter(([, text]) => forms.some((form) => text.includes(form)));
        return places.map(([place]) => `secret ${index + 1} of ${secrets.length} is in ${place}`);
    });
}

function writingsOf(secret: string): string[] {
    const json = JSON.stringify(secret).slice(1, -1);
    // Go's encoder, which writes the state, escapes these three on top.
    const goJson = json
        .replaceAll("<", "\\u003c")
        .replaceAll(">", "\\u003e")
        .replaceAll("&", "\\u0026");
    const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
    return [secret, json, goJson, encodeURIComponent(secret), base64];
}
