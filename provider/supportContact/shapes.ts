import type { SupportContact } from "../partnercenter/supportContacts";

/** What a program declares of a support contact; also all that the state holds of it. */
export interface SupportContactInputs extends SupportContact {
    customerId: string;
    subscriptionId: string;
}
