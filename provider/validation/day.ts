/** The day in UTC of a time as the service writes it: with a zone, or without one, which is UTC too. */
export function dayOf(time: string): string {
    const hasZone = /(Z|[+-]\d\d:?\d\d)$/i.test(time) || !time.includes("T");
    const instant = new Date(hasZone ? time : `${time}Z`);
    return Number.isNaN(instant.getTime()) ? time : instant.toISOString().slice(0, 10);
}

/** The beginning of a day in UTC, which is past wherever the day has begun. */
export function startOf(day: string): string {
    return `${day}T00:00:00.000Z`;
}

/** What is wrong with a text that is to be a day. */
export function dayProblem(day: string): string | undefined {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && dayOf(startOf(day)) === day;
    return isDay ? undefined : "must be a day, for example 2026-11-24";
}

/** The day that it is now, in UTC. */
export function today(): string {
    return new Date().toISOString().slice(0, 10);
}
