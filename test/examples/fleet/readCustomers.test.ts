import assert from "node:assert/strict";
import { basename } from "node:path";
import { type TestContext, test } from "node:test";
import { columns } from "../../../examples/fleet/customers/columns";
import { FaultyFile, readCustomers } from "../../../examples/fleet/customers/readCustomers";
import { temporaryFile } from "../../temporaryFolder";

const contoso = {
    companyProfile: {
        domain: "Contoso.onmicrosoft.com",
        organizationRegistrationNumber: "12345678000195",
    },
    billingProfile: {
        email: "billing@contoso.com",
        culture: "en-GB",
        language: "en",
        companyName: "Contoso, Ltd.",
        firstName: "Ada",
        lastName: "Lovelace",
        defaultAddress: {
            country: "GB",
            region: "London",
            city: "London",
            state: "London",
            addressLine1: "12 St James's Square",
            addressLine2: "2nd floor",
            postalCode: "SW1Y 4LB",
            firstName: "Ada",
            middleName: "King",
            lastName: "Lovelace",
            phoneNumber: "2079460000",
        },
    },
    associatedPartnerId: "b01b1487-b36e-4e6d-9b5e-0b58974c4b28",
    enableGDAPByDefault: false,
    existingCustomerId: "dfd8cc0a-c592-468c-8461-869a38d24738",
    deletionPolicy: "retain",
};

/** A row of a table, each cell in quotes. */
function row(names: readonly string[], changes: Record<string, string> = {}): string {
    const value = (name: string): unknown =>
        name.split(".").reduce((object: unknown, key) => (object as never)?.[key], contoso);
    return names.map((name) => `"${changes[name] ?? value(name)}"`).join(",");
}

/** What is said of a file, without its folder. */
async function faultsOf(t: TestContext, name: string, text: string): Promise<string[]> {
    const file = await temporaryFile(t, name, text);
    const error = await readCustomers(file).then(
        () => assert.fail("no fault was found"),
        (error: unknown) => error,
    );
    assert.ok(error instanceof FaultyFile, String(error));
    return error.message.replaceAll(file, basename(file)).split("\n");
}

test("a table can hold every member of a customer", async (t) => {
    const text = `\uFEFF${columns.join(",")}\r\n${row(columns)}\r\n`;
    const [customer, ...others] = await readCustomers(await temporaryFile(t, "all.csv", text));
    assert.deepEqual(others, []);
    assert.deepEqual(customer, { domain: "contoso.onmicrosoft.com", args: contoso });
});

test("an empty cell is an absent member", async (t) => {
    const text = `${columns.join(",")}\n${row(columns, { associatedPartnerId: "", enableGDAPByDefault: "" })}\n`;
    const [customer] = await readCustomers(await temporaryFile(t, "some.csv", text));
    const { associatedPartnerId: _, enableGDAPByDefault: __, ...rest } = contoso;
    assert.deepEqual(customer?.args, rest);
});

test("JSON is a list or an object by name, and gives the same customers", async (t) => {
    for (const content of [[contoso], { someName: contoso }]) {
        const file = await temporaryFile(t, "all.json", `\uFEFF${JSON.stringify(content)}`);
        assert.deepEqual(await readCustomers(file), [
            { domain: "contoso.onmicrosoft.com", args: contoso },
        ]);
    }
});

test("all faults of a table are said at once, each with its line, and twins too", async (t) => {
    const rows = [
        row(columns),
        row(columns, { "companyProfile.domain": "fabrikam.onmicrosoft.com" }),
        "",
        row(columns, {
            "companyProfile.domain": "adatum.onmicrosoft.com",
            "billingProfile.defaultAddress.country": "UK",
            enableGDAPByDefault: "perhaps",
        }),
        row(columns, { "companyProfile.domain": "CONTOSO.onmicrosoft.com" }),
        `${row(columns, { "companyProfile.domain": "litware.onmicrosoft.com" })},more`,
    ];
    const said = await faultsOf(t, "faulty.csv", [columns.join(","), ...rows].join("\n"));
    assert.deepEqual(said, [
        "The file has 4 faults, and nothing was run:",
        "faulty.csv:5: billingProfile.defaultAddress.country: the United Kingdom is GB.",
        "faulty.csv:5: enableGDAPByDefault: must be true or false, not this text.",
        "faulty.csv:6: companyProfile.domain: is the domain of line 2 too.",
        "faulty.csv:7: has 24 cells, but there are 23 columns.",
    ]);
});

test("the line of a row behind a cell with line breaks is right", async (t) => {
    const rows = [
        row(columns, { "billingProfile.companyName": "Contoso\nLtd." }),
        row(columns, { "companyProfile.domain": "fabrikam.onmicrosoft.com", deletionPolicy: "no" }),
    ];
    const [, fault] = await faultsOf(t, "breaks.csv", [columns.join(","), ...rows].join("\n"));
    assert.match(fault ?? "", /^breaks\.csv:4: deletionPolicy/);
});

test("columns that no customer has are found, and nothing else is said then", async (t) => {
    const text = `companyProfile.domain,companyname,companyProfile.domain\na,b,c\n`;
    assert.deepEqual((await faultsOf(t, "columns.csv", text)).slice(1), [
        'columns.csv:1: "companyname" is no column of a customer; check its spelling.',
        "columns.csv:1: the column companyProfile.domain is there more than once.",
    ]);
});

test("a table that is none is refused", async (t) => {
    const [, open] = await faultsOf(t, "open.csv", `${columns.join(",")}\n"contoso`);
    assert.match(open ?? "", /^open\.csv:2: is not CSV: Quote Not Closed/);
    assert.match((await faultsOf(t, "empty.csv", ""))[1] ?? "", /^empty\.csv:1: the file holds no/);
});

test("faults of JSON are said with the line of the member, or where it is missing", async (t) => {
    const { companyProfile, billingProfile } = contoso;
    const text = JSON.stringify(
        [
            { ...contoso, companyProfile: { ...companyProfile, domain: "contoso" } },
            { companyProfile: { domain: "fabrikam.onmicrosoft.com" }, billingProfile, colour: 1 },
            { companyProfile: { domain: "litware.onmicrosoft.com" } },
        ],
        undefined,
        1,
    );
    const lineOf = (part: string, from = 0) =>
        text.slice(0, text.indexOf(part, from)).split("\n").length;
    const litware = text.lastIndexOf("},\n");
    assert.deepEqual((await faultsOf(t, "faulty.json", text)).slice(1), [
        `faulty.json:${lineOf('"domain": "contoso"')}: companyProfile.domain: must be a full domain, for example contoso.onmicrosoft.com.`,
        `faulty.json:${lineOf('"colour"')}: colour: Customer has no such argument; check its spelling.`,
        `faulty.json:${lineOf("{", litware)}: billingProfile: is required.`,
    ]);
});

test("what is no JSON, no list and no file is refused", async (t) => {
    assert.match((await faultsOf(t, "bad.json", "[\n{,]"))[1] ?? "", /^bad\.json:2: is not JSON/);
    assert.match((await faultsOf(t, "bad.json", "5"))[1] ?? "", /must hold a list/);
    assert.match((await faultsOf(t, "bad.json", "[5]"))[1] ?? "", /1: must be an object/);
    assert.match((await faultsOf(t, "bad.xlsx", ""))[0] ?? "", /a \.csv or a \.json file/);
    await assert.rejects(readCustomers("/nowhere/customers.csv"), /cannot be read: ENOENT/);
});
