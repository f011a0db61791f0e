import type { PartnerCenter } from "../partnercenter/client";
import { PartnerCenterError } from "../partnercenter/errors";
import { openPartnerCenter, type PartnerCenterOptions } from "./openPartnerCenter";
import * as pulumi from "./pulumi";
import { configuredSettings } from "./settings";

/** Asks the service, in one operation. */
export async function ask<Answer>(
    options: PartnerCenterOptions | undefined,
    question: (client: PartnerCenter) => Promise<Answer>,
): Promise<Answer> {
    try {
        const partnerCenter = await openPartnerCenter(options);
        return await question(partnerCenter.begin());
    } catch (error) {
        throw withoutStack(error);
    }
}

/** A message that is meant for a person: Pulumi prints such an error of a program without its stack. */
function withoutStack(error: unknown): unknown {
    return error instanceof PartnerCenterError
        ? Object.assign(error, { __pulumiRunError: true })
        : error;
}

/** Arguments of which each may be an output of a resource. */
export type Inputs<Args> = { [Name in keyof Args]: pulumi.Input<Args[Name]> };

/** A function that asks the service, as a program calls it with outputs. */
export type OutputForm<Args, Answer> = (
    args: Inputs<Args>,
    options?: PartnerCenterOptions,
) => pulumi.Output<Answer>;

/**
 * The form of a look-up that takes outputs. At preview, where an argument is not known, nothing is
 * asked and the answer is not known either; where one is a secret, so is the answer.
 */
export function outputForm<Args, Answer>(
    lookUp: (args: Args, options?: PartnerCenterOptions) => Promise<Answer>,
): OutputForm<Args, Answer> {
    return (args, options = {}) => {
        const { credential: _, onRefreshToken: __, provider, parent, ...given } = options;
        // The settings are found by the look-up itself: here they only say whether they are known.
        const settings = configuredSettings({ provider, parent, given }).apply(() => true);
        return pulumi
            .all([pulumi.output(args), settings])
            .apply(([known]) => lookUp(known as Args, options)) as pulumi.Output<Answer>;
    };
}
