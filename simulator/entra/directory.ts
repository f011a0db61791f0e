import { X509Certificate } from "node:crypto";
import type { Settings } from "../settings";

/** A sign-in that a device asked for, until the user approves it. */
interface DeviceSignIn {
    userCode: string;
    /** Milliseconds since 1970. */
    expiresAt: number;
    approved: UserSignIn | undefined;
}

/** A sign-in in a browser, until its code is exchanged. */
export interface BrowserSignIn extends UserSignIn {
    /** Where the code was sent, and by whom alone it may be exchanged. */
    redirectUri: string;
    challenge: string | undefined;
    /** Milliseconds since 1970. */
    expiresAt: number;
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
    readonly #browserSignIns = new Map<string, BrowserSignIn>();
    readonly #now: () => number;
    readonly #usedRefreshTokens = new Set<string>();

    constructor({ partner, now }: Pick<Settings, "partner" | "now">) {
        this.#clientSecret = partner.clientSecret;
        this.#certificates = partner.certificates.map((pem) => new X509Certificate(pem));
        this.#now = now;
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

    startDeviceSignIn(deviceCode: string, userCode: string, expiresAt: number): void {
        this.#deviceSignIns.set(deviceCode, { userCode, expiresAt, approved: undefined });
    }

    /** @throws Error where no device shows this code, or not any more. */
    approveDeviceSignIn(userCode: string, signIn: UserSignIn): void {
        const waiting = [...this.#deviceSignIns.values()].find(
            (one) => one.userCode === userCode && one.expiresAt > this.#now(),
        );
        if (waiting === undefined) throw new Error(`No device shows the code ${userCode}.`);
        waiting.approved = signIn;
    }

    findDeviceSignIn(deviceCode: string): DeviceSignIn | undefined {
        return this.#deviceSignIns.get(deviceCode);
    }

    /** A device code can be exchanged once. */
    forgetDeviceSignIn(deviceCode: string): void {
        this.#deviceSignIns.delete(deviceCode);
    }

    keepBrowserSignIn(code: string, signIn: BrowserSignIn): void {
        this.#browserSignIns.set(code, signIn);
    }

    /** The sign-in of an authorisation code, which can be used once. */
    takeBrowserSignIn(code: string): BrowserSignIn | undefined {
        const signIn = this.#browserSignIns.get(code);
        this.#browserSignIns.delete(code);
        return signIn;
    }

    /** Whether the refresh token of this id was used before. */
    useRefreshToken(id: string): boolean {
        const isUsed = this.#usedRefreshTokens.has(id);
        this.#usedRefreshTokens.add(id);
        return isUsed;
    }
}
