import type { NodeAuthOptions } from "@azure/msal-node";
import { readCertificate } from "./certificate";

/** An application of the partner's tenant, and where it signs in. */
export interface Application {
    /** Microsoft Entra ID, for example `https://login.microsoftonline.com`. */
    authorityUrl: string;
    /** The partner's tenant: its GUID or one of its domains. */
    tenantId: string;
    clientId: string;
    proof: ApplicationProof;
    /** For example `https://api.partnercenter.microsoft.com/.default`. */
    scope: string;
}

/** How an application proves that it is itself. */
export type ApplicationProof =
    | { kind: "clientSecret"; clientSecret: string }
    | { kind: "certificate"; path: string; password?: string }
    | { kind: "federation"; assertion: () => Promise<string> };

/** What proves an application, in the form that MSAL takes it. */
export async function proofOf(proof: ApplicationProof): Promise<Partial<NodeAuthOptions>> {
    switch (proof.kind) {
        case "clientSecret":
            return { clientSecret: proof.clientSecret };
        case "certificate":
            return { clientCertificate: await readCertificate(proof.path, proof.password) };
        case "federation":
            return { clientAssertion: await proof.assertion() };
    }
}
