import assert from "node:assert/strict";
import type { HeldCustomer } from "../../simulator/inspection";
import { addressNames, profileNames } from "./billingNames";
import { declared, domainOf } from "./engine/programs";
import { isMembers, type Members } from "./engine/wire";
import { programOf, type World } from "./world";

/** Another domain that a customer may get as its default. */
export function customDomainOf(name: string): string {
    return `${name}.example`;
}

/** The customers that a resource has in Partner Center. */
export function living({ simulator }: World, name: string): HeldCustomer[] {
    const domains = [domainOf(name), customDomainOf(name)];
    return simulator.customers.filter(
        ({ domain, deleted, relationshipToPartner }) =>
            domains.includes(domain) && !deleted && relationshipToPartner === "reseller",
    );
}

/** Fails unless there is at most one living customer for each resource that ever was. */
export function expectNoDuplicates(world: World, names: Iterable<string>): void {
    for (const name of names) {
        const ids = living(world, name).map(({ id }) => id);
        assert.ok(ids.length <= 1, `${name} has ${ids.length} customers: ${ids.join(", ")}`);
    }
}

/** Fails unless state, program and service agree, and no password was lost silently. */
export async function expectAgreement(world: World): Promise<void> {
    const names = [...world.program.keys()];
    assert.deepEqual(world.needless, [], "a password that a replay would have brought");
    expectNoDuplicates(world, names);
    assert.deepEqual([...world.stack.resources.keys()].sort(), names.sort(), "resources in state");
    for (const name of names) await expectResource(world, name);
    assert.equal(await world.stack.changes(programOf(world)), false, "a preview shows no change");
}

async function expectResource(world: World, name: string): Promise<void> {
    const [held] = living(world, name);
    const resource = world.stack.resources.get(name);
    assert.ok(held && resource, `${name} is missing`);
    const { outputs } = resource;
    assert.equal(resource.id, held.id, `${name}: the id in the state`);
    assert.equal(outputs.tenantId, held.id);
    assert.deepEqual(resource.initErrors, [], `${name} is complete`);
    assert.equal(outputs.relationshipToPartner, "reseller");
    assert.equal(
        passwordIn(outputs) ?? passwordTold(world, name),
        held.password,
        `${name}: password`,
    );
    const service = billing(await heldBillingProfile(world, held.id));
    assert.deepEqual(billing(outputs.billingProfile), service, `${name}: state and service`);
    const wanted = billing(declared(name, world.program.get(name)).billingProfile);
    assert.deepEqual(service, wanted, `${name}: service and program`);
}

/** What the service holds, asked without the provider. */
async function heldBillingProfile({ simulator }: World, id: string): Promise<unknown> {
    const authorization = `Bearer ${simulator.issueToken({ kind: "app" })}`;
    const url = `${simulator.apiUrl}/v1/customers/${id}/profiles/billing`;
    return await (await fetch(url, { headers: { authorization } })).json();
}

/** The members that the provider manages, each as a text; what has no sense to compare left out. */
function billing(profile: unknown): Record<string, string> {
    const members = isMembers(profile) ? profile : {};
    const address = isMembers(members.defaultAddress) ? members.defaultAddress : {};
    const contact = { firstName: address.firstName, lastName: address.lastName };
    return {
        ...texts({ ...given(contact), ...given(members) }, profileNames, ""),
        ...texts(address, addressNames, "defaultAddress."),
    };
}

function texts(members: Members, names: readonly string[], path: string): Record<string, string> {
    const found = names.map((name) => {
        const text = String(members[name] ?? "");
        return [path + name, /culture|language|country/.test(name) ? text.toLowerCase() : text];
    });
    return Object.fromEntries(found.filter(([, text]) => text !== ""));
}

function given(members: Members): Members {
    return Object.fromEntries(Object.entries(members).filter(([, value]) => value));
}

export function passwordIn(outputs: Members): string | undefined {
    const { userCredentials } = outputs;
    return isMembers(userCredentials) ? String(userCredentials.password) : undefined;
}

/** A password that is not in the state counts as kept if the user was told what to do. */
function passwordTold(world: World, name: string): string | undefined {
    const [held] = living(world, name);
    return held && world.told.has(held.id) ? held.password : undefined;
}

/** Whether the password of a resource is neither in the state nor was spoken of. */
export function isPasswordLost(world: World, name: string): boolean {
    const [held] = living(world, name);
    const password = passwordIn(world.stack.resources.get(name)?.outputs ?? {});
    return held !== undefined && password !== held.password && !world.told.has(held.id);
}
