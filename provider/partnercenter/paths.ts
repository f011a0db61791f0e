/** Where the service keeps a customer. */
export function customerPath(id: string): string {
    return `/customers/${encodeURIComponent(id)}`;
}

/** Where the service keeps what a customer has subscribed to. */
export function subscriptionPath(customerId: string, id: string): string {
    return `${customerPath(customerId)}/subscriptions/${encodeURIComponent(id)}`;
}
