import { randomUUID, X509Certificate } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";

/** The key pair of the simulator: its TLS certificate, and what its access tokens are signed with. */
export interface Certificate {
    /** The certificate alone, as a PEM file: the value for `NODE_EXTRA_CA_CERTS`. */
    certificateFile: string;
    /** The certificate as PEM text. */
    certificate: string;
    /** The private key as PEM text. */
    privateKey: string;
}

const pairName = "key-and-certificate.pem";
const certificateName = "certificate.pem";
const yearMs = 365 * 24 * 60 * 60 * 1000;

/**
 * Gives the certificate kept in a folder, and makes it where there is none. Several processes may
 * call it at once on the same folder: all of them get the same certificate.
 *
 * @param folder Made if it does not exist.
 * @example
 * ```ts
 * const { certificateFile } = await ensureCertificate(".simulator");
 * spawn("node", ["program.js"], { env: { ...process.env, NODE_EXTRA_CA_CERTS: certificateFile } });
 * ```
 */
export async function ensureCertificate(folder: string): Promise<Certificate> {
    mkdirSync(folder, { recursive: true });
    const pairFile = resolve(folder, pairName);
    const pair = readPair(pairFile) ?? (await keepPair(pairFile));
    const certificateFile = resolve(folder, certificateName);
    if (readPair(certificateFile) !== certificatePart(pair)) {
        writeWhole(certificateFile, certificatePart(pair));
    }
    return { certificateFile, certificate: certificatePart(pair), privateKey: keyPart(pair) };
}

function readPair(file: string): string | undefined {
    try {
        return readFileSync(file, "utf8");
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw error;
    }
}

/** Keeps a new pair, unless another process was faster: then its pair is the one in force. */
async function keepPair(pairFile: string): Promise<string> {
    const temporary = `${pairFile}.${randomUUID()}`;
    writeFileSync(temporary, await makePair(), { mode: 0o600 });
    try {
        // A link, unlike a rename, fails where the name is already taken.
        linkSync(temporary, pairFile);
    } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    } finally {
        rmSync(temporary);
    }
    return readFileSync(pairFile, "utf8");
}

async function makePair(): Promise<string> {
    // Needed once in a folder, and slow to load.
    const { generate } = await import("selfsigned");
    const made = await generate([{ name: "commonName", value: "localhost" }], {
        algorithm: "sha256",
        notAfterDate: new Date(Date.now() + 10 * yearMs),
        extensions: [
            { name: "basicConstraints", cA: true, critical: true },
            { name: "keyUsage", digitalSignature: true, keyEncipherment: true, keyCertSign: true },
            { name: "extKeyUsage", serverAuth: true },
            {
                name: "subjectAltName",
                altNames: [
                    { type: 2, value: "localhost" },
                    { type: 7, ip: "127.0.0.1" },
                    { type: 7, ip: "::1" },
                ],
            },
        ],
    });
    return `${made.private.trim()}\n${made.cert.trim()}\n`;
}

function certificatePart(pair: string): string {
    return new X509Certificate(pair).toString();
}

function keyPart(pair: string): string {
    return pair.slice(0, pair.indexOf("-----BEGIN CERTIFICATE-----"));
}

function writeWhole(file: string, text: string): void {
    const temporary = `${file}.${randomUUID()}`;
    writeFileSync(temporary, text);
    renameSync(temporary, file);
}
