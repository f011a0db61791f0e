import { verifyPackage } from "./verify";

verifyPackage().then(
    ({ filename, size, files, problems }) => {
        console.log(`${filename}: ${files.length} files, ${Math.round(size / 1000)} kB`);
        console.log(problems.length === 0 ? "Nothing is wrong with it." : problems.join("\n"));
        process.exitCode = problems.length === 0 ? 0 : 1;
    },
    (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exitCode = 1;
    },
);
