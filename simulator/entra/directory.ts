import { X509Certificate } from "node:crypto";
import type { Partner } from "../options";

/** A sign-in that a device asked for, until the user approves it. */
interface DeviceSignIn {
    userCode: string;
    approved: UserSignIn | undefined;
}

/** How a user signed in. */
export interface UserSignIn {
    /** Whether with multi-factor authentication. */
    mfa: boolean;
}

/** What an administrator, or a user who signs in, can change while the simulator runs. */
export type DirectoryChanges = Pick<
    Directory,
    "rotateClientSecret" | "expireClientSecret" | "registerCertificate" | "approveDeviceSignIn"
>;

/** What Microsoft Entra knows of the partner's application, as far as it changes while running. */
export class Directory {
    #clientSecret: string;
    #isSecretExpired = false;
    readonly #certificates: X509Certificate[];
    readonly #deviceSignIns = new Map<string, DeviceSignIn>();
    readonly #codes = new Map<string, UserSignIn & { challenge: string | undefined }>();
    readonly #usedRefreshTokens = new Set<string>();

    constructor({ clientSecret, certificates }: Partner) {
        this.#clientSecret = clientSecret;
        this.#certificates = certificates.map((pem) => new X509Certificate(pem));
    }

    get clientSecret(): string {
        return this.#clientSecret;
    }

    get isSecretExpired(): boolean {
        return this.#isSecretExpired;
    }

    /** Replaces the application's secret; the old one is no longer accepted. */
    rotateClientSecret(clientSecret: string): void {
        this.#clientSecret = clientSecret;
        this.#isSecretExpired = false;
    }

    expireClientSecret(): void {
        this.#isSecretExpired = true;
    }

    /** @param pem The application's certificate, without its key. */
    registerCertificate(pem: string): void {
        this.#certificates.push(new X509Certificate(pem));
    }

    get certificates(): readonly X509Certificate[] {
        return this.#certificates;
    }

    startDeviceSignIn(deviceCode: string, userCode: string): void {
        this.#deviceSignIns.set(deviceCode, { userCode, approved: undefined });
    }

    /** @throws Error where no device shows this code. */
    approveDeviceSignIn(userCode: string, signIn: UserSignIn): void {
        const waiting = [...this.#deviceSignIns.values()].find((one) => one.userCode === userCode);
        if (waiting === undefined) throw new Error(`No device shows the code ${userCode}.`);
        waiting.approved = signIn;
    }

    findDeviceSignIn(deviceCode: string): DeviceSignIn | undefined {
        return this.#deviceSignIns.get(deviceCode);
    }

    keepCode(code: string, signIn: UserSignIn, challenge: string | undefined): void {
        this.#codes.set(code, { ...signIn, challenge });
    }

    /** The sign-in of an authorisation code, which can be used once. */
    takeCode(code: string): (UserSignIn & { challenge: string | undefined }) | undefined {
        const signIn = this.#codes.get(code);
        this.#codes.delete(code);
        return signIn;
    }

    /** Whether the refresh token of this id was used before. */
    useRefreshToken(id: string): boolean {
        const isUsed = this.#usedRefreshTokens.has(id);
        this.#usedRefreshTokens.add(id);
        return isUsed;
    }
}
