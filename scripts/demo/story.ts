import type { BillingProfile } from "../../provider";
import type { Simulator } from "../../simulator";
import type { Terminal } from "./terminal";

/** What the demo shows, step by step; each step says what it expects and fails where it is not so. */
export async function story(
    terminal: Terminal,
    simulator: Simulator,
    resellerTenantId: string,
): Promise<void> {
    await terminal.quietly("stack", "init");
    await configure("resellerTenantId", resellerTenantId);
    await configure("tenantFolder", terminal.folder);

    terminal.heading("A preview asks nothing of Partner Center and makes nothing");
    expectText(await terminal.pulumi("preview"), "+ 5 to create");
    expect(simulator.customers.length === 0, "the preview made no customer");

    terminal.heading("Two customers, and the files behind them");
    const created = await terminal.pulumi("up --yes --skip-preview");
    expectText(created, "+ 5 created");
    expect(simulator.customers.length === 2, "Partner Center holds two customers");

    terminal.heading("The password is a secret");
    expectText(created, "contosoCredentials  : [secret]");
    const texts = `${created}${await terminal.state()}`;
    const passwords = simulator.customers.map(({ password }) => password);
    expect(
        passwords.every((password) => password !== "" && !texts.includes(password)),
        "neither the output nor the state file has a password in clear",
    );

    terminal.heading("Nothing to do");
    expectText(await terminal.pulumi("up --yes --skip-preview"), "5 unchanged");

    terminal.heading("The customer moves: one change in place");
    await configure("contosoStreet", "One Contoso Way");
    expectText(await terminal.pulumi("up --yes --skip-preview --diff"), "~ 1 updated");
    expect(contoso().street === "One Contoso Way", "Partner Center has the new address");

    terminal.heading("Somebody changes the address in the portal: refresh shows it");
    simulator.portal.changeBillingProfile(contoso().id, {
        defaultAddress: { addressLine1: "Somewhere Else 1" },
    });
    expectText(await terminal.pulumi("refresh --yes --skip-preview --diff"), "Somewhere Else 1");

    terminal.heading("... and the next update puts it right");
    expectText(await terminal.pulumi("up --yes --skip-preview"), "~ 1 updated");
    expect(contoso().street === "One Contoso Way", "Partner Center has the program's address");

    terminal.heading("A change that would give up the tenant is refused, and says why");
    await configure("contosoDomain", "contoso-new.onmicrosoft.com");
    expectText(await terminal.pulumi("preview", "fails"), "another domain is another tenant");
    await terminal.quietly("config", "rm", "contosoDomain");

    terminal.heading("So is a destroy, until the policy is another");
    expectText(
        await terminal.pulumi("destroy --yes --skip-preview", "fails"),
        'deletionPolicy is "prevent"',
    );
    expect(simulator.customers.length === 2, "Partner Center still holds two customers");
    await configure("deletionPolicy", "delete");
    expectText(await terminal.pulumi("up --yes --skip-preview"), "~ 2 updated");

    terminal.heading("The end");
    expectText(await terminal.pulumi("destroy --yes --skip-preview"), "deleted");
    expect(
        simulator.customers.every(({ deleted }) => deleted),
        "Partner Center holds no customer any more",
    );

    async function configure(key: string, value: string): Promise<void> {
        await terminal.quietly("config", "set", key, value);
    }

    function contoso(): { id: string; street: unknown } {
        const held = simulator.customers.find(({ domain }) => domain.startsWith("contoso."));
        const profile = held?.wire.billingProfile as BillingProfile | undefined;
        return { id: held?.id ?? "", street: profile?.defaultAddress.addressLine1 };
    }
}

function expect(isSo: boolean, what: string): void {
    if (!isSo) {
        throw new Error(`it is not so that ${what}.`);
    }
    console.log(`\u2714 ${what}`);
}

function expectText(output: string, text: string): void {
    const colours = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");
    expect(output.replace(colours, "").includes(text), `pulumi says "${text}"`);
}
