/** The type of a customer in every state: it never changes. */
export const typeToken = "pulumi-nodejs:dynamic/partnercenter:Customer";
