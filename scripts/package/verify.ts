import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { lastLine, runCommand } from "../engine/command";
import { type Manifest, type Packed, problemsOfContents } from "./contents";
import { type Lock, problemsOfLicences } from "./licences";

/** What a verified package is, and what is wrong with it. */
export interface Verdict extends Packed {
    readonly problems: readonly string[];
}

const repository = resolve(__dirname, "../..");

/**
 * Packs what is built, and lets publint, Are The Types Wrong and our own rules judge it.
 *
 * @param root Folder of the package. @defaultValue this one's
 */
export async function verifyPackage(root = repository): Promise<Verdict> {
    const folder = await mkdtemp(join(tmpdir(), "partnercenter-package-"));
    try {
        const packed = await pack(root, folder);
        const tarball = await readFile(join(folder, packed.filename));
        const manifest = await readJson<Manifest>(join(root, "package.json"));
        const problems = [
            ...problemsOfContents(packed, manifest),
            ...problemsOfLicences(await readJson<Lock>(join(root, "package-lock.json"))),
            ...(await problemsOfManifest(tarball)),
            ...(await problemsOfTypes(tarball)),
        ];
        return { ...packed, problems };
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

async function pack(root: string, folder: string): Promise<Packed> {
    const args = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
    const { code, stdout, stderr } = await runCommand("npm", args, { cwd: root, env: process.env });
    const [packed] = code === 0 ? (JSON.parse(stdout) as Packed[]) : [];
    if (packed === undefined) {
        throw new Error(`npm pack failed: ${lastLine(stderr)}`);
    }
    return packed;
}

async function readJson<Content>(file: string): Promise<Content> {
    return JSON.parse(await readFile(file, "utf8")) as Content;
}

async function problemsOfManifest(tarball: Buffer): Promise<string[]> {
    const { messages, pkg } = await publint({
        pack: { tarball: new Uint8Array(tarball).buffer },
        strict: true,
    });
    return messages.map((message) => `publint: ${formatMessage(message, pkg) ?? message.code}`);
}

async function problemsOfTypes(tarball: Buffer): Promise<string[]> {
    // By `import`, for what it depends on cannot be loaded by `require`.
    const { checkPackage, createPackageFromTarballData } = await import("@arethetypeswrong/core");
    const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(tarball)));
    return analysis.types === false
        ? ["Are The Types Wrong: there are no types"]
        : analysis.problems.map((problem) => `Are The Types Wrong: ${JSON.stringify(problem)}`);
}
