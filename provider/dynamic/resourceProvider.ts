import type { dynamic } from "@pulumi/pulumi";
import { IncompleteResource } from "../lifecycle/incomplete";
import { foresightOf, type Lifecycle } from "../lifecycle/lifecycle";
import { PartnerCenterError } from "../partnercenter/errors";
import { beyond } from "../validation/sentences";
import { Anticipation } from "./anticipation";
import { partialFailure, report, withoutStack } from "./failures";
import { Handover } from "./handover";
import { client, configure, settings } from "./process";
import { isUnknown } from "./protocol";
import { assumeUnchanged, hasUnknown, type Members, toResult, withoutAbsent } from "./values";

// What asks before an update, and says what it heard, is loaded where there is something to say.
const asking = (): typeof import("./foresight") => require("./foresight");

/** A kind of resource as Pulumi's dynamic-provider process wants it. */
export type HostedKind = dynamic.ResourceProvider<Members, Members>;

export function resourceProvider<Inputs extends object, State extends object>(
    lifecycle: Lifecycle<Inputs, State>,
): HostedKind {
    const result = (state: State, members: Members) => toResult(state, members, lifecycle.secrets);
    const anticipation = new Anticipation(lifecycle);
    const handover = new Handover();
    return {
        configure: async (request) => configure(request),

        check: (olds, news) =>
            explained(async () => {
                const isNew = Object.keys(olds ?? {}).length === 0;
                const { settings: found, problems } = settings();
                const context = { cloud: found.cloud, isUnknown };
                const checked = lifecycle.check(
                    isNew ? undefined : (own(olds) as Inputs),
                    own(news) as Inputs,
                    context,
                );
                const offline = [...problems, ...checked.problems];
                anticipation.note(isNew, own(news) as Inputs, news.declaredAlongside);
                const foresight = isNew
                    ? await asking().foreseen(
                          lifecycle,
                          checked.inputs,
                          offline,
                          anticipation.take(),
                      )
                    : foresightOf();
                const faults = [...offline, ...beyond(offline, foresight.problems)];
                const warnings = beyond(faults, [...checked.warnings, ...foresight.warnings]);
                asking().warn(lifecycle.nameOf(checked.inputs, context), warnings);
                return {
                    inputs: { ...checked.inputs } as Members,
                    // With a property's name, the engine would print its value, secret or not.
                    failures: faults.length === 0 ? [] : [{ property: "", reason: report(faults) }],
                };
            }),

        diff: (id, olds, news) =>
            explained(async () => {
                const state = own(olds) as State;
                const known = assumeUnchanged(own(news), own(olds)) as Inputs;
                const difference = lifecycle.diff(id, state, known);
                const requestKey = requestKeyIn(news);
                if (requestKey !== undefined) {
                    handover.noteCompared(id, requestKey);
                }
                const foresight = await asking().foreseenChange(lifecycle, id, state, known);
                if (foresight.problems.length > 0) {
                    throw new PartnerCenterError(report(foresight.problems));
                }
                const context = { cloud: settings().settings.cloud, isUnknown };
                asking().warn(lifecycle.nameOf(known, context), foresight.warnings);
                return { ...difference, changes: difference.changes || hasUnknown(own(news)) };
            }),

        create: (inputs) =>
            keepingWhatExists(inputs, lifecycle, handover, async () => {
                const { id, state } = await lifecycle.create(
                    own(inputs) as Inputs,
                    client(),
                    asking().tell,
                );
                handover.note(id);
                return { id, outs: result(state, inputs) };
            }),

        read: (id, props = {}) =>
            explained(async () => {
                const state = await lifecycle.read(id, own(props) as State, client());
                return state === undefined ? {} : { id, props: result(state, props) };
            }),

        update: (id, olds, news) =>
            keepingWhatExists(news, lifecycle, handover, async () => {
                const state = await lifecycle.update(
                    id,
                    own(olds) as State,
                    own(news) as Inputs,
                    client(),
                    asking().tell,
                );
                return { outs: result(state, news) };
            }),

        delete: (id, props) =>
            explained(async () => {
                const state = own(props) as State;
                const stays = await handover.stays(id, requestKeyIn(props), client, (asked) =>
                    lifecycle.delete(id, state, asked, asking().tell),
                );
                if (stays) {
                    asking().tell(
                        `Nothing of ${id} is removed: another resource of this run holds it. Only the former entry is forgotten here.`,
                    );
                }
            }),
    };
}

/** The members that are the resource's own. */
function own({ __provider, declaredAlongside, ...members }: Members): object {
    return withoutAbsent(members) as object;
}

function requestKeyIn({ requestKey }: Members): string | undefined {
    return typeof requestKey === "string" ? requestKey : undefined;
}

async function explained<Result>(call: () => Promise<Result>): Promise<Result> {
    try {
        return await call();
    } catch (error) {
        throw withoutStack(error);
    }
}

async function keepingWhatExists<Inputs, State, Result>(
    inputs: Members,
    lifecycle: Lifecycle<Inputs, State>,
    handover: Handover,
    call: () => Promise<Result>,
): Promise<Result> {
    try {
        return await call();
    } catch (error) {
        if (error instanceof IncompleteResource) {
            handover.note(error.id);
            throw partialFailure(error, inputs, lifecycle.secrets);
        }
        throw error;
    }
}
