import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type Certificate, ensureCertificate } from "../../../simulator/certificate";

/** Where the simulator's certificate is kept, which `npm test` makes every process trust. */
export const certificateFolder = join(__dirname, "..", "..", "..", ".simulator");

/**
 * The certificate for servers of this process, trusted by its clients. Node reads the list of trusted
 * certificates when a process starts: a test file that is run by itself, without `npm test`, cannot
 * add one any more, and verifies none instead.
 */
export async function trustedCertificate(): Promise<Certificate> {
    const certificate = await ensureCertificate(certificateFolder);
    const file = process.env.NODE_EXTRA_CA_CERTS ?? "";
    const trusted = existsSync(file) ? readFileSync(file, "utf8") : "";
    if (!trusted.includes(certificate.certificate.trim())) {
        process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0";
    }
    return certificate;
}
