/** What .NET reads otherwise than JavaScript does, or JavaScript does not know: see `matches`. */
const foreign = /\\[AGZzaepPk]|\(\?[^:=!<]|\(\?<[^=!]|-\[/;

/**
 * Whether a text has the form that the service asks for. Its expressions are .NET's, most of which mean
 * the same here; one that means something else, or nothing, is no reason to refuse anything.
 *
 * @see https://learn.microsoft.com/dotnet/standard/base-types/regular-expression-language-quick-reference
 */
export function matches(expression: string | undefined, text: string): boolean {
    if (expression === undefined || hasForeignDigits(text)) {
        return true;
    }
    const { source, flags } = translated(expression);
    if (foreign.test(source)) {
        return true;
    }
    try {
        return new RegExp(source, flags).test(text);
    } catch {
        return true;
    }
}

/** The few notations of .NET that have an equivalent. */
function translated(expression: string): { source: string; flags: string } {
    const ignoresCase = expression.startsWith("(?i)");
    const source = (ignoresCase ? expression.slice(4) : expression)
        .replace(/^\\A/, "^")
        .replace(/\\[zZ]$/, "$");
    return { source, flags: ignoresCase ? "i" : "" };
}

/** In .NET a digit is a digit of any script. */
function hasForeignDigits(text: string): boolean {
    return /(?![0-9])\p{Nd}/u.test(text);
}
