import type { TestContext } from "node:test";
import type { BatchInputs } from "../../../provider/deviceBatch/shapes";
import type { SimulatorOptions } from "../../../simulator";
import { at, call } from "../../simulator/harness";
import { simulatedPartner } from "../simulatedPartner";

export const notebook = { productKey: "00329-00000-0003-AA606" };
export const tablet = {
    serialNumber: "R9-ZNP67",
    oemManufacturerName: "Contoso",
    modelName: "Tablet 9",
};
export const desktop = { serialNumber: "R9-ZNP68", hardwareHash: `T0G${"A".repeat(3997)}` };

/** A partner with a customer who has two policies, and a batch that a program declares. */
export async function batchWorld(
    t: TestContext,
    options?: SimulatorOptions,
    kind?: "app" | "appAndUser",
) {
    const partner = await simulatedPartner(t, options, kind);
    const { customerId, simulator } = partner;
    const makePolicy = async (name: string) => {
        const body = { name, category: "o_o_b_e", policySettings: ["none"] };
        const made = await call(simulator, `POST /v1/customers/${customerId}/policies`, { body });
        return String(at(made.body, "id"));
    };
    const [desk, lab] = [await makePolicy("Desk"), await makePolicy("Lab")];
    simulator.forgetRequests();
    const inputs: BatchInputs = {
        customerId,
        batchId: "Delivery 11",
        devices: [notebook, tablet, desktop],
    };
    const held = () => simulator.customers.find(({ id }) => id === customerId)?.devices ?? [];
    return { partner, inputs, held, desk, lab };
}
