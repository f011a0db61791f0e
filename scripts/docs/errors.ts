import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { errorsPage } from "./errorsPage";

/** Writes `docs/errors.md`. */
const file = resolve(__dirname, "../../docs/errors.md");
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, errorsPage());
console.log("docs/errors.md is written.");
