import { type Operation, type Requests, refresh } from "../resources/operation";
import { bringToTheEnd, type CustomerWorld, up } from "../resources/world";

/** The requests about agreements and qualifications, by what they are. */
export const requests = {
    "list confirmations": { method: "GET", path: "/v1/customers/[^/]+/agreements$" },
    "list texts": { method: "GET", path: "/v1/agreements$" },
    confirm: { method: "POST", path: "/agreements$" },
    "list qualifications": { method: "GET", path: "/qualifications$" },
    ask: { method: "POST", path: "/qualifications$" },
} as const satisfies Requests<string>;

type RequestName = keyof typeof requests;

/** How often the service was told something in the end. */
export interface Told {
    told: number;
}

const contact = { firstName: "Ada", lastName: "Lovelace", email: "ada@contoso.com" };
const education = { qualification: "Education", educationSegment: "K12" };

const declaring = (args: object) => async (world: CustomerWorld) => {
    world.args = { ...args };
};
const declared = (args: object) => async (world: CustomerWorld) => {
    world.args = { ...args };
    await bringToTheEnd(world);
};

/** All operations that ask the service for anything. */
export const operations: readonly (Operation<RequestName> & Told)[] = [
    {
        name: "confirm an agreement",
        kind: "CustomerAgreement",
        requests: ["list confirmations", "list texts", "confirm"],
        told: 1,
        prepare: declaring({ primaryContact: contact }),
        run: up,
    },
    {
        name: "read an agreement",
        kind: "CustomerAgreement",
        requests: ["list confirmations"],
        told: 1,
        prepare: declared({ primaryContact: contact }),
        run: refresh,
    },
    {
        name: "confirm another contact",
        kind: "CustomerAgreement",
        requests: ["list confirmations", "list texts", "confirm"],
        told: 2,
        prepare: async (world) => {
            await declared({ primaryContact: contact })(world);
            world.args = { primaryContact: { ...contact, firstName: "Grace" } };
        },
        run: up,
    },
    {
        name: "ask for a qualification",
        kind: "CustomerQualification",
        requests: ["list qualifications", "ask"],
        told: 1,
        prepare: declaring(education),
        run: up,
    },
    {
        name: "read a qualification",
        kind: "CustomerQualification",
        requests: ["list qualifications"],
        told: 1,
        prepare: declared(education),
        run: refresh,
    },
    {
        name: "ask again after a denial",
        kind: "CustomerQualification",
        requests: ["list qualifications", "ask"],
        told: 1,
        prepare: async (world) => {
            await declared(education)(world);
            world.simulator.portal.vetQualification(world.customerId, {
                qualification: "Education",
                vettingStatus: "Denied",
                vettingReason: "No school",
            });
            await world.stack.refresh();
            world.args = { ...education, website: "contoso.edu" };
        },
        run: up,
    },
];
