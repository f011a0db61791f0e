import assert from "node:assert/strict";
import { createTenant } from "../../../../provider/customer/creation";
import type { CustomerState } from "../../../../provider/customer/shapes";
import { IncompleteResource } from "../../../../provider/lifecycle/incomplete";
import { ApiError, PartnerCenterError } from "../../../../provider/partnercenter/errors";
import { type FakeClient, failureOf, fakeClient, refusal, someInputs } from "../../fixtures";

/** Long enough for a first look, and too short for a second one. */
const noPatience = 0;

/** A random id; those that are made of the body are of version 5. */
export const freshId = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-/;

export const refused = refusal(400, "800002", { description: "The field is wrong" });

export async function created(
    answers: Parameters<typeof fakeClient>[0],
    inputs: Parameters<typeof someInputs>[0] = {},
    patience = noPatience,
): Promise<{ fake: FakeClient; state: CustomerState }> {
    const fake = fakeClient(answers);
    return { fake, state: await createTenant(someInputs(inputs), fake.client, patience) };
}

export async function refusedCreation(answers: Parameters<typeof fakeClient>[0]) {
    const fake = fakeClient(answers);
    const error = await failureOf(() => createTenant(someInputs(), fake.client, noPatience));
    assert.ok(!(error instanceof IncompleteResource));
    assert.ok(error instanceof ApiError || error instanceof PartnerCenterError, String(error));
    return { fake, error };
}

export async function incompleteCreation(answers: Parameters<typeof fakeClient>[0]) {
    const fake = fakeClient(answers);
    const error = await failureOf(() => createTenant(someInputs(), fake.client, noPatience));
    assert.ok(error instanceof IncompleteResource, String(error));
    return { fake, incomplete: error as IncompleteResource<CustomerState> };
}
