import { domainOf } from "../engine/programs";
import type { ProcessOptions } from "../engine/providerProcess";
import { customDomainOf, living } from "../invariants";
import { programOf, up, type World } from "../world";
import type { Action, Step, Trouble } from "./steps";

/** Does one step, with all that goes wrong with it. Answers whether a process was killed. */
export async function perform({ action, of, trouble }: Step, world: World): Promise<boolean> {
    const names = [...world.program.keys()];
    const name = names[of % names.length];
    if (name === undefined) return false;
    const { simulator } = world;
    const how = arm(trouble, world);
    const killed = await act(action, name, world, how);
    simulator.forgetMisbehaviours();
    simulator.invisibleAfterCreate = {};
    return killed;
}

function arm(trouble: Trouble, { simulator }: World): Partial<ProcessOptions> {
    if (trouble.kind === "fault") {
        const { nth, times, misbehaviour } = trouble;
        simulator.misbehave({ ...misbehaviour, times, on: { path: "^/v1/", nth } });
    }
    if (trouble.kind === "invisible") {
        simulator.invisibleAfterCreate = { milliseconds: trouble.seconds * 1000 };
    }
    if (trouble.kind !== "kill") return {};
    const { nth, when, writesOnly } = trouble;
    const on: NonNullable<ProcessOptions["kill"]>["on"] = ({ method, url }) =>
        url.includes("/v1/") && !(writesOnly && method === "GET");
    return { kill: { nth, when, on } };
}

async function act(
    action: Action,
    name: string,
    world: World,
    how: Partial<ProcessOptions>,
): Promise<boolean> {
    const { program, simulator, stack } = world;
    const wishes = program.get(name);
    const [held] = living(world, name);
    switch (action.kind) {
        case "refresh":
            return (await stack.refresh(how)).killed;
        case "destroy":
            return (await stack.destroy(how)).killed;
        case "change": {
            const { billing, address } = action;
            program.set(name, { ...wishes, billing, address });
            break;
        }
        case "policy":
            program.set(name, { ...wishes, deletionPolicy: action.deletionPolicy });
            break;
        case "forget and adopt":
            return await forgetAndAdopt(name, world, how);
        case "edit in the portal": {
            const { billing, address } = action;
            if (held !== undefined) {
                simulator.portal.changeBillingProfile(held.id, {
                    ...billing,
                    defaultAddress: address,
                });
            }
            return false;
        }
        case "delete in the portal":
            if (held !== undefined) simulator.portal.deleteCustomer(held.id);
            return false;
        case "leave in the portal":
            if (held !== undefined) simulator.portal.removeRelationship(held.id);
            return false;
        case "custom domain":
            if (stack.resources.has(name) && held?.domain === domainOf(name)) {
                simulator.portal.addCustomDomain(held.id, customDomainOf(name), true);
            }
            return false;
        case "hide delegated access":
            if (held !== undefined) simulator.portal.hideDelegatedAccess(held.id);
            return false;
    }
    return (await up(world, how)).killed;
}

/** The state lets go of the customer, and the program takes it over again. */
async function forgetAndAdopt(
    name: string,
    world: World,
    how: Partial<ProcessOptions>,
): Promise<boolean> {
    const { program, stack, told } = world;
    const wishes = program.get(name);
    const [held] = living(world, name);
    const state = stack.resources.get(name);
    if (held === undefined || state === undefined || state.id !== held.id) return false;
    program.set(name, { ...wishes, deletionPolicy: "retain" });
    await up(world);
    const { [name]: _, ...others } = programOf(world);
    await stack.up(others);
    if (stack.resources.has(name)) return false;
    program.set(name, { ...program.get(name), existingCustomerId: held.id });
    // Whoever takes a customer over knows that its password does not come with it.
    told.add(held.id);
    return (await up(world, how)).killed;
}
