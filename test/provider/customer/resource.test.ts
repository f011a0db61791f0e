import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import * as pulumi from "@pulumi/pulumi";
import { Customer } from "../../../provider/customer/resource";
import { providerText } from "../../../provider/dynamic/providerText";
import { customerId, domain, heldCustomer, password, someInputs } from "../fixtures";
import { registering, run, settled } from "../registering";

const typeToken = "pulumi-nodejs:dynamic/partnercenter:Customer";
const { deletionPolicy: _, requestKey: __, ...args } = someInputs();

beforeEach(() => {
    run("dev");
});

describe("a customer in a program", () => {
    it("is of the type that stands in every state", async () => {
        const [resource] = await registering(() => new Customer("contoso", args));
        assert.equal(resource?.type, typeToken);
        assert.equal(resource?.name, "contoso");
        assert.equal(resource?.custom, true);
    });

    it("hands its arguments on, and the provider's text, and nothing else but the key", async () => {
        const declared = {
            ...args,
            associatedPartnerId: customerId,
            enableGDAPByDefault: false,
            existingCustomerId: customerId,
            deletionPolicy: "retain" as const,
        };
        const [resource] = await registering(() => new Customer("contoso", declared));
        const { requestKey, ...inputs } = resource?.inputs ?? {};
        assert.deepEqual(inputs, { ...declared, __provider: providerText("Customer") });
        assert.match(requestKey, /^[A-Za-z0-9_-]{22}$/);
    });

    it("takes arguments that are not known before other resources exist", async () => {
        const later = pulumi.output(Promise.resolve("billing@contoso.com"));
        const billingProfile = { ...args.billingProfile, email: later };
        const [resource] = await registering(
            () => new Customer("contoso", { ...args, billingProfile }),
        );
        assert.deepEqual(resource?.inputs.billingProfile, args.billingProfile);
    });

    it("stands in the state with its place in the program, and no frame of ours before it", async () => {
        const [resource] = await registering(() => new Customer("contoso", args));
        const { request } = resource ?? {};
        assert.match(request?.getSourceposition()?.getUri() ?? "", /resource\.test\.ts$/);
        const [first] = request?.getStacktrace()?.getFramesList() ?? [];
        assert.match(first?.getPc()?.getUri() ?? "", /resource\.test\.ts$/);
    });

    it("has the SDK write down the position in the program, and no other stacks", (t) => {
        const { stackTraceLimit, prepareStackTrace } = Error;
        t.after(() => {
            Error.prepareStackTrace = prepareStackTrace;
        });
        let written = 0;
        Error.prepareStackTrace = (error, sites) => {
            written += sites.length > 0 ? 1 : 0;
            return `${error}\n    at ${sites.join("\n    at ")}`;
        };
        new Customer("contoso", args);
        assert.equal(written, 1);
        assert.equal(Error.stackTraceLimit, stackTraceLimit);
    });

    it("fails with the stack of the program", () => {
        const { stackTraceLimit } = Error;
        assert.throws(
            () => new Customer("", args),
            (error: Error) => error.stack?.includes("resource.test.ts") === true,
        );
        assert.equal(Error.stackTraceLimit, stackTraceLimit);
    });

    it("does not change the arguments, so that they serve for a second one", async () => {
        const shared = structuredClone(args);
        const [one] = await registering(() => new Customer("one", shared));
        const [two] = await registering(() => new Customer("two", shared));
        assert.deepEqual(shared, args);
        assert.deepEqual(one?.inputs.billingProfile, args.billingProfile);
        assert.deepEqual(two?.inputs.billingProfile, args.billingProfile);
    });

    it("has an output for everything that the service answers", async () => {
        const customer = new Customer("contoso", args);
        const { tenantId, commerceId, relationshipToPartner, customDomains } = customer;
        assert.equal(await settled(customer.id), customerId);
        assert.equal(await settled(tenantId), customerId);
        assert.equal(await settled(commerceId), heldCustomer().commerceId);
        assert.equal(await settled(relationshipToPartner), "reseller");
        assert.equal(await settled(customer.allowDelegatedAccess), true);
        assert.deepEqual(await settled(customDomains), [domain]);
        assert.equal(await settled(customer.adminUserPrincipalName), `admin@${domain}`);
        assert.equal(await settled(customer.deletionPolicy), "prevent");
        assert.equal(await settled(customer.companyProfile.domain), domain);
        assert.equal(await settled(customer.billingProfile.defaultAddress.country), "US");
        assert.equal((await settled(customer.userCredentials))?.password, password);
    });

    it("has every output from the beginning, also where the service will answer nothing", async () => {
        run("dev", {});
        const customer = new Customer("contoso", args);
        for (const name of [
            "tenantId",
            "commerceId",
            "relationshipToPartner",
            "allowDelegatedAccess",
            "customDomains",
            "userCredentials",
            "adminUserPrincipalName",
            "associatedPartnerId",
            "enableGDAPByDefault",
            "existingCustomerId",
            "deletionPolicy",
        ] as const) {
            assert.equal(pulumi.Output.isInstance(customer[name]), true, name);
            assert.equal(await settled<unknown>(customer[name]), undefined, name);
        }
    });

    it("asks the engine to keep the credentials secret, beside what the program wants secret", async () => {
        const [resource] = await registering(
            () => new Customer("contoso", args, { additionalSecretOutputs: ["commerceId"] }),
        );
        const secrets = resource?.request.getAdditionalsecretoutputsList() ?? [];
        assert.deepEqual([...secrets].sort(), ["commerceId", "userCredentials"]);
    });

    it("hands on as a secret what it tells of one whose arguments are secret", async () => {
        const companyProfile = { domain: pulumi.secret("hidden.onmicrosoft.com") };
        const [, resource] = await registering(() => {
            new Customer("hidden", { ...args, companyProfile });
            return new Customer("contoso", args);
        });
        const { declaredAlongside } = resource?.request.getObject()?.toJavaScript() ?? {};
        const told = declaredAlongside as Record<string, unknown>;
        assert.equal(told[pulumi.runtime.specialSigKey], pulumi.runtime.specialSecretSig);
        assert.match(String(told.value), /hidden\.onmicrosoft\.com/);
    });

    it("keeps the options that it is given, and leaves them unchanged", async () => {
        const opts: pulumi.CustomResourceOptions = {
            protect: true,
            ignoreChanges: ["billingProfile"],
        };
        const [resource] = await registering(() => new Customer("contoso", args, opts));
        assert.equal(resource?.request.getProtect(), true);
        assert.deepEqual(resource?.request.getIgnorechangesList(), ["billingProfile"]);
        assert.deepEqual(opts, { protect: true, ignoreChanges: ["billingProfile"] });
    });
});

describe("the key of a customer's creation", () => {
    it("is the same in every run", async () => {
        const first = await keyOf("contoso");
        run("dev");
        assert.equal(await keyOf("contoso"), first);
    });

    // Frozen: another key makes another request id, and a run that was cut short is not found again.
    it("is this one for this resource, for ever", async () => {
        assert.equal(await keyOf("contoso"), "-B4cWlkK7-4fUi_G5nZbCs");
    });

    it("is another one for another name, stack, project or parent", async () => {
        const keys = [await keyOf("contoso"), await keyOf("fabrikam")];
        const parent = new pulumi.ComponentResource("test:index:Group", "group");
        keys.push(await keyOf("contoso", { parent }));
        run("prod");
        keys.push(await keyOf("contoso"));
        run("dev", undefined, "other-project");
        keys.push(await keyOf("contoso"));
        assert.equal(new Set(keys).size, 5);
    });

    it("does not depend on the arguments", async () => {
        const key = await keyOf("contoso");
        const [resource] = await registering(
            () => new Customer("contoso", { ...args, deletionPolicy: "delete" }),
        );
        assert.equal(resource?.inputs.requestKey, key);
    });
});

describe("looking up a customer", () => {
    it("passes the id, and no key: nothing is created", async () => {
        const [resource] = await registering(() => Customer.get("contoso", customerId));
        assert.equal(resource?.id, customerId);
        assert.equal(resource?.type, typeToken);
        assert.deepEqual(resource?.inputs, { __provider: providerText("Customer") });
    });

    it("passes what is known of it", async () => {
        const state = { companyProfile: { domain } };
        const [resource] = await registering(() => Customer.get("contoso", customerId, state));
        assert.deepEqual(resource?.inputs.companyProfile, { domain });
    });
});

describe("whether an object is a customer", () => {
    it("is told by its type, also where it comes from another copy of the package", async () => {
        const customer = new Customer("contoso", args);
        assert.equal(Customer.isInstance(customer), true);
        await settled(customer.urn);
        assert.equal(Customer.isInstance({ __pulumiType: typeToken }), true);
        for (const other of [undefined, null, {}, "text", { __pulumiType: "other" }]) {
            assert.equal(Customer.isInstance(other), false);
        }
    });
});

async function keyOf(name: string, opts: pulumi.CustomResourceOptions = {}): Promise<string> {
    const [resource] = await registering(() => new Customer(name, args, opts));
    return resource?.inputs.requestKey;
}
