/** Where the service keeps a customer. */
export function customerPath(id: string): string {
    return `/customers/${encodeURIComponent(id)}`;
}
