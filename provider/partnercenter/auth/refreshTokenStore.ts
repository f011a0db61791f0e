import { randomUUID } from "node:crypto";
import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { CredentialError } from "../errors";
import type { RefreshTokenStore } from "./appAndUser";

/** A refresh token from a setting: a new one is used for the rest of the run, and told to the hook. */
export function inMemory(
    refreshToken: string,
    onRefreshToken: (refreshToken: string) => void | Promise<void> = () => {},
): RefreshTokenStore {
    let current = refreshToken;
    return {
        read: async () => current,
        async write(renewed) {
            current = renewed;
            await onRefreshToken(renewed);
        },
    };
}

/** A refresh token in a file: a new one takes its place, so that the file stays valid as long as it is used. */
export function inFile(path: string): RefreshTokenStore {
    return {
        async read() {
            const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
                throw new CredentialError(
                    `The refresh token cannot be read from ${path} (${error.code}): check refreshTokenFilePath, or make the file by \`partnercenter consent\`.`,
                );
            });
            const refreshToken = text.trim();
            if (refreshToken === "") {
                throw new CredentialError(
                    `The file ${path} (refreshTokenFilePath) is empty: get a refresh token by \`partnercenter consent\`.`,
                );
            }
            return refreshToken;
        },
        async write(renewed) {
            // Whole or not at all, and for this user's eyes only; two may be written at the same time.
            const next = `${path}.${randomUUID()}`;
            try {
                await writeFile(next, renewed, { mode: 0o600 });
                await rename(next, path);
            } catch (error) {
                await rm(next, { force: true }).catch(() => undefined);
                throw new CredentialError(
                    `The new refresh token cannot be written to ${path} (${(error as NodeJS.ErrnoException).code}): the file named by refreshTokenFilePath must be writable.`,
                );
            }
        },
    };
}
