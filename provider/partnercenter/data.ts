import type { Operation } from "./connection";
import { type DataName, dataPaths, forUsers } from "./dataPaths";
import { PartnerCenterError } from "./errors";

/** Reads of what a customer has and uses. */
export class Data {
    readonly #operation: Operation;

    constructor(operation: Operation) {
        this.#operation = operation;
    }

    /**
     * @param values What stands in the path's places, by their names.
     * @returns Of a list all items, page by page; else the answer itself.
     */
    async read(name: DataName, values: Readonly<Record<string, unknown>>): Promise<unknown> {
        return await this.#operation.read({
            name: forUsers.has(name) ? "readDataAsUser" : "readData",
            operation: `read ${name}${values.customerId ? ` of the customer ${values.customerId}` : ""}`,
            method: "GET",
            path: filled(name, values),
        });
    }
}

/** The path with its places filled in: an empty one would make it another path. */
function filled(name: DataName, values: Readonly<Record<string, unknown>>): string {
    if (!Object.hasOwn(dataPaths, name)) {
        throw new PartnerCenterError(
            `There is no data ${name}, but ${Object.keys(dataPaths).join(", ")}.`,
        );
    }
    const empty: string[] = [];
    const path = dataPaths[name].replace(/\{(\w+)\}/g, (_, place: string) => {
        const value = values[place];
        if (typeof value !== "string" || value === "") {
            empty.push(place);
        }
        return encodeURIComponent(String(value));
    });
    if (empty.length > 0) {
        throw new PartnerCenterError(`${name} needs ${empty.join(" and ")}, each a text.`);
    }
    return path;
}
