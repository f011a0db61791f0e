/** The middle value; of an even number of values, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
    const sorted = [...values].sort((one, other) => one - other);
    const middle = sorted.length / 2;
    const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
    if (low === undefined || high === undefined) {
        throw new Error("There is no median of no values.");
    }
    return (low + high) / 2;
}

/** The slope of the line that fits the points best. */
export function slope(points: readonly (readonly [x: number, y: number])[]): number {
    const meanX = mean(points.map(([x]) => x));
    const meanY = mean(points.map(([, y]) => y));
    const products = points.map(([x, y]) => (x - meanX) * (y - meanY));
    const squares = points.map(([x]) => (x - meanX) ** 2);
    return mean(products) / mean(squares);
}

function mean(values: readonly number[]): number {
    return values.reduce((sum, value) => sum + value, 0) / values.length;
}
