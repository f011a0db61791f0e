/** `npm run test:soak`: the generated histories with a seed of chance, many more of them. */
import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";

const seed = process.env.SOAK_SEED ?? String(randomInt(2 ** 31));
const sequences = process.env.SOAK_SEQUENCES ?? "10000";
console.log(
    `${sequences} histories. To repeat them: SOAK_SEED=${seed} SOAK_SEQUENCES=${sequences}`,
);

const child = spawn(
    process.execPath,
    ["--import", "tsx", "scripts/test.ts", "reliability/sequences/sequences"],
    {
        stdio: "inherit",
        env: { ...process.env, SOAK_SEED: seed, SOAK_SEQUENCES: sequences },
    },
);
child.once("exit", (code) => {
    process.exitCode = code ?? 1;
});
