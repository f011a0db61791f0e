import { foresightOf, type Lifecycle } from "../lifecycle/lifecycle";
import { patiently } from "../lifecycle/patience";
import type { PartnerCenter } from "../partnercenter/client";
import { isGone, messageOf, PartnerCenterError, unlessGone } from "../partnercenter/errors";
import type { CustomerResource } from "../partnercenter/types";
import { sameName } from "../validation/sameName";
import { readCustomer, writeBillingProfile } from "./billingProfile";
import { differences } from "./differences";
import type { CustomerInputs, CustomerState } from "./shapes";
import { desiredBillingProfile, toState } from "./wire";

// Each is loaded where its chapter begins: a refresh checks nothing, makes nobody and removes nobody.
const rules = (): typeof import("./validation") => require("./validation");
const creation = (): typeof import("./creation") => require("./creation");
const adoption = (): typeof import("./adoption") => require("./adoption");
const removal = (): typeof import("./removal") => require("./removal");

/** The life of a customer, from the first preview to its end. */
export const customerLifecycle = {
    secrets: ["userCredentials"],

    nameOf(inputs, { isUnknown }) {
        return rules().membersOf(inputs, isUnknown)("companyProfile.domain") || "a customer";
    },

    /** Before anything is sent: what can be known to be wrong is said, all of it at once. */
    check(olds, news, context) {
        const inputs = {
            ...news,
            deletionPolicy: news.deletionPolicy ?? "prevent",
            // A renamed resource keeps the key it was created with.
            ...((olds?.requestKey ?? news.requestKey) && {
                requestKey: olds?.requestKey ?? news.requestKey,
            }),
        } as CustomerInputs;
        return {
            inputs,
            problems: rules().validate(olds, inputs, context),
            warnings: rules().advice(olds, inputs, context),
        };
    },

    askedAbout: (inputs: CustomerInputs) => rules().askedAbout(inputs),

    /**
     * Of a new customer: what the service would refuse. Of one who is to be taken over: whether that
     * will do, and what it will overwrite.
     */
    async foresee(inputs, context) {
        if (inputs.existingCustomerId !== undefined) {
            return context.isComplete
                ? await adoption().foreseeAdoption(
                      inputs.existingCustomerId,
                      inputs,
                      context.client(),
                  )
                : foresightOf();
        }
        return await rules().foreseeCreation(inputs, context);
    },

    /** Another domain is another tenant; everything else that can change, changes in place. */
    diff(id, state, news) {
        refuseOtherCustomer(id, state, news);
        if (!sameName(state.companyProfile?.domain, news.companyProfile.domain)) {
            return { changes: true, replaces: ["companyProfile"] };
        }
        const changes =
            differences(desiredBillingProfile(news.billingProfile), state.billingProfile).length >
                0 || news.deletionPolicy !== state.deletionPolicy;
        return { changes };
    },

    /** A new tenant, or one that the partner already has. */
    async create(inputs, client) {
        const state =
            inputs.existingCustomerId === undefined
                ? await creation().createTenant(inputs, client)
                : await adoption().adopt(inputs.existingCustomerId, inputs, client);
        return { id: state.tenantId, state };
    },

    /** How the customer is now. Gone means that the service knows it no longer, or no longer as ours. */
    async read(id, state, client) {
        const held = await unlessGone(readHeld(id, state, client));
        return held && { ...kept(state), ...toState(state, held) };
    },

    /** The billing profile and the policy are all that can change. Without a difference, Pulumi asks to complete a customer. */
    async update(id, state, news, client) {
        const before =
            isUnconfirmed(state) || !this.diff(id, state, news).changes
                ? { ...kept(state), ...toState(news, await readKnownCustomer(id, state, client)) }
                : state;
        // Also where the profile is refused: the engine keeps the new arguments then, and judges by them.
        const declared = { ...before, ...declaredIn(news) };
        return {
            ...declared,
            billingProfile: await writeBillingProfile(id, news, declared, client),
        };
    },

    /** The end, as the policy in the state wants it. A customer who has gone already has gone. */
    async delete(id, state, client) {
        switch (state.deletionPolicy) {
            case "retain":
                return;
            case "removeRelationship":
                return await removal().removeRelationship(id, client());
            case "delete":
                return await removal().deleteFromSandbox(id, client());
            default:
                throw new PartnerCenterError(
                    `The customer ${state.companyProfile.domain} (${id}) is not removed: deletionPolicy is "prevent". ${removal().waysToRemove}`,
                );
        }
    },
} satisfies Lifecycle<CustomerInputs, CustomerState>;

/**
 * A customer that was taken over must not be given up for another one by a change of the program, also
 * where existingCustomerId was taken out of it since.
 */
function refuseOtherCustomer(id: string, state: CustomerState, news: CustomerInputs): void {
    const { existingCustomerId = state.existingCustomerId } = news;
    if (existingCustomerId === undefined) {
        return;
    }
    if (!sameName(id, existingCustomerId)) {
        throw new PartnerCenterError(
            `The resource holds customer ${id}, and existingCustomerId names another one: remove it, or declare the other customer as a resource of its own.`,
        );
    }
    if (!sameName(state.companyProfile?.domain, news.companyProfile.domain)) {
        throw new PartnerCenterError(
            `Customer ${id} was taken over by existingCustomerId and has another domain than ${news.companyProfile.domain}: set companyProfile.domain to the customer's own domain.`,
        );
    }
}

/** Whether the state is that of a creation that could not be read back. Of a look-up it holds nothing. */
function isUnconfirmed({ tenantId, relationshipToPartner }: CustomerState): boolean {
    return tenantId !== undefined && relationshipToPartner === undefined;
}

/** The customer of a state. One who was made a moment ago is waited for: forgetting it would lose its password. */
async function readHeld(
    id: string,
    state: CustomerState,
    client: PartnerCenter,
): Promise<CustomerResource> {
    const read = () => readCustomer(id, client);
    return isUnconfirmed(state) ? await patiently(read, client) : await read();
}

/** The customer of a state, who has to be there. */
async function readKnownCustomer(
    id: string,
    state: CustomerState,
    client: PartnerCenter,
): Promise<CustomerResource> {
    try {
        return await readHeld(id, state, client);
    } catch (error) {
        throw isGone(error)
            ? new PartnerCenterError(
                  `Partner Center does not show the customer ${id}. If it was made a moment ago, run \`pulumi up\` again a little later; if it has left, \`pulumi refresh\` forgets it.\n  ${messageOf(error)}`,
                  { cause: error },
              )
            : error;
    }
}

/** What no answer of the service repeats. */
function kept(state: CustomerState): Partial<CustomerState> {
    const { userCredentials, adminUserPrincipalName, existingCustomerId } = state;
    return {
        ...(userCredentials && { userCredentials }),
        ...(adminUserPrincipalName && { adminUserPrincipalName }),
        ...(existingCustomerId && { existingCustomerId }),
    };
}

/** What changes in the state without a call. */
function declaredIn({ deletionPolicy, existingCustomerId }: CustomerInputs) {
    return { deletionPolicy, ...(existingCustomerId && { existingCustomerId }) };
}
