import type { Uncertain } from "../../../simulator/uncertain";
import type { Fault } from "./faults";

/** What no source settles about the service, as far as the operations of the table meet it. */
const choices: readonly (readonly [Partial<Uncertain>, RegExp])[] = [
    [{ repeatedRequestId: "replaySuccessOnly" }, /^create/],
    [{ repeatedRequestId: "replayWithoutPassword" }, /^create/],
    [{ repeatedRequestId: "ignore" }, /^create/],
    [{ repeatedRequestId: "ignore", domainTaken: "400-3000" }, /^create/],
    [{ repeatedRequestId: "ignore", domainTaken: "409-3000" }, /^create/],
    [{ idempotentOperations: "everyWrite" }, /./],
    [{ createStatus: 200 }, /^create/],
    [{ relationshipAfterCreate: "none" }, /^create/],
    [{ relationshipAfterCreate: "reseller" }, /^create/],
    [{ staleEtag: "2055" }, /^(adopt|update)/],
    [{ ifMatch: "required" }, /^(adopt|update)/],
    [{ afterRemoval: "400-3000" }, /^end/],
    [{ afterRemoval: "404" }, /^end/],
    [{ removalAnswer: "camelCase" }, /^end/],
    [{ domainAfterDelete: "taken" }, /^delete/],
    [{ codeType: "string" }, /./],
    [{ errorShape: "newer" }, /./],
    [{ unauthorisedBody: "empty" }, /./],
    [{ emptyMembers: "dropped" }, /^(create|adopt|read|update)/],
    [{ billingProfileInCustomer: "absent" }, /^(create|adopt|read|update)/],
    [{ gdapFlagInCustomer: "absent" }, /^(create|read)/],
];

/** Each choice, met while an answer is lost and while a process is killed: then it matters most. */
export const uncertainFaults: readonly Fault[] = choices.flatMap(([uncertain, touched]) => {
    const words = Object.entries(uncertain).map(([name, value]) => `${name} ${value}`);
    const common = {
        simulator: { uncertain },
        concerns: (request: string, { name }: { name: string }) =>
            request !== "sign-in" && touched.test(name),
    };
    return [
        { ...common, name: `${words.join(", ")}: answer lost`, misbehaviour: { cut: "after" } },
        { ...common, name: `${words.join(", ")}: killed after the work`, kill: "after" },
    ];
});
