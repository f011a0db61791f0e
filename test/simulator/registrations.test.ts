import assert from "node:assert/strict";
import { test } from "node:test";
import { at, call, createCustomer, simulatorFor } from "./harness";

test("a registration is accepted, under way, and there; only for active Azure subscriptions", async (t) => {
    const simulator = await simulatorFor(t, { pendingRegistrationReads: 1 });
    const token = simulator.issueToken({ kind: "app" });
    const id = await createCustomer(simulator);
    const { portal } = simulator;
    const azure = portal.addSubscription(id, { offerName: "Microsoft Azure", kind: "azure" });
    const path = (subscription: string) => `/v1/customers/${id}/subscriptions/${subscription}`;
    const statusOf = async () => {
        const { body } = await call(simulator, `GET ${path(azure)}/registrationstatus`, { token });
        return at(body, "status");
    };
    const register = (subscription: string) =>
        call(simulator, `POST ${path(subscription)}/registrations`, { token });
    assert.equal(await statusOf(), "NotRegistered");
    const accepted = await register(azure);
    assert.equal(accepted.status, 202);
    assert.equal(
        accepted.headers.get("location"),
        `/customers/${id}/subscriptions/${azure}/registrationstatus`,
    );
    assert.equal(await statusOf(), "Registering");
    assert.equal(await statusOf(), "Registered");
    assert.equal((await register(azure)).status, 202);
    assert.equal(await statusOf(), "Registered", "it is not begun again");

    const mail = portal.addSubscription(id, { offerName: "Mail" });
    assert.equal(at((await register(mail)).body, "code"), 800011);
    portal.suspendSubscription(id, azure);
    assert.equal(at((await register(azure)).body, "code"), 800012);
    const { body } = await call(simulator, `GET ${path(azure)}`);
    assert.equal(at(body, "billingType"), "usage");
});
