/** The members that are there: a state has none that is `undefined`. */
export function presentMembers<Members extends Record<string, unknown>>(members: Members) {
    return Object.fromEntries(
        Object.entries(members).filter(([, value]) => value !== undefined && value !== null),
    ) as { [Name in keyof Members]?: NonNullable<Members[Name]> };
}
