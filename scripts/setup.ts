import { ensureEngine } from "./engine/ensureEngine";

ensureEngine().then(
    (engine) => console.log(`Pulumi ${engine.version}, ${engine.origin}: ${engine.folder}`),
    (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    },
);
