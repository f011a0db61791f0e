import type { AccessToken, Credential } from "../../partnercenter/auth/credential";
import type { Connection } from "../../partnercenter/connection";
import { PartnerCenterError } from "../../partnercenter/errors";
import type { NetworkRequest } from "../../partnercenter/http/exchange";
import { Network } from "../../partnercenter/http/network";
import { connect } from "../../settings/connect";
import { credentialFor } from "../../settings/credentialFor";
import type { CommandSettings } from "../settings";
import { type Access, factsOf, operationsFor } from "./access";

/** Signs in, asks Partner Center once, and says what came of it. */
export async function checkAccess(resolved: CommandSettings): Promise<Access> {
    const { settings, overruled } = resolved;
    const { cloud, apiUrl, authorityUrl } = settings;
    const access: Access = {
        signedIn: false,
        accepted: false,
        credential: { from: settings.credential.name, insteadOf: overruled },
        cloud: { name: cloud, apiUrl, authorityUrl },
        operations: [],
    };
    const network = new ListeningNetwork();
    try {
        const credential = credentialFor(settings, network);
        const token = await credential.getToken();
        access.signedIn = true;
        access.identity = factsOf(token, credential.identity);
        const signedIn = () => alreadySignedIn(credential, token);
        await askOnce(connect(resolved, signedIn, network)).finally(() => {
            Object.assign(access, mfaOf(network.lastHeaders));
        });
        access.accepted = true;
        access.operations = operationsFor(access.identity.kind, access.cloud.name);
    } catch (error) {
        if (!(error instanceof PartnerCenterError)) {
            throw error;
        }
        access.failure = error.message;
    }
    return access;
}

/** Remembers what stands beside the last answer: the client itself has no use for it. */
class ListeningNetwork extends Network {
    lastHeaders: Readonly<Record<string, string>> = {};

    override async exchange(request: NetworkRequest) {
        this.lastHeaders = {};
        const answer = await super.exchange(request);
        this.lastHeaders = answer.headers;
        return answer;
    }
}

/** One sign-in is enough, and tells of itself: a second one would be another token. */
function alreadySignedIn(credential: Credential, token: AccessToken): Credential {
    return { ...credential, getToken: async () => token };
}

/**
 * The cheapest call that any sign-in may make. It is not repeated: whoever checks wants to hear what
 * is the matter, not to wait until it is over.
 */
async function askOnce(connection: Connection): Promise<void> {
    await connection.begin(0).call({
        name: "listCustomers",
        operation: "ask Partner Center whether it accepts this sign-in",
        method: "GET",
        path: "/customers?size=1",
        headers: { ValidateMfa: "true" },
    });
}

function mfaOf({ ismfacompliant }: Readonly<Record<string, string>>): Partial<Access> {
    return ismfacompliant === undefined
        ? {}
        : { isMfaCompliant: ismfacompliant.toLowerCase() === "true" };
}
