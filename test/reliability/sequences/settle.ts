import { domainOf } from "../engine/programs";
import { living } from "../invariants";
import { startAgain } from "../startAgain";
import { up, type World } from "../world";

/**
 * Brings a stack to its end without further faults, doing what a person would do: start again, refresh,
 * and follow what the messages say. Only what a message asks for may be done.
 */
export async function settle(world: World): Promise<void> {
    await upToTheEnd(world);
    // What was changed in the portal is only seen by a refresh.
    await world.stack.refresh();
    await upToTheEnd(world);
}

async function upToTheEnd(world: World): Promise<void> {
    await startAgain(() => up(world), {
        attempts: 8,
        manualSteps: world.manualSteps,
        meanwhile: async (messages) => {
            await world.stack.refresh();
            for (const name of [...world.program.keys()]) giveUpWhatIsGone(name, messages, world);
        },
    });
}

/** A customer who has left keeps its domain, and one that was deleted cannot be adopted. */
function giveUpWhatIsGone(name: string, messages: readonly string[], world: World): void {
    const { program, simulator, manualSteps } = world;
    const wishes = program.get(name);
    const { existingCustomerId: adopted } = wishes ?? {};
    if (living(world, name).some(({ id }) => adopted === undefined || id === adopted)) return;
    const former = simulator.customers.filter(({ wire }) => domainIn(wire, name));
    const isNamed = messages.some(
        (message) =>
            message.includes(domainOf(name)) || former.some(({ id }) => message.includes(id)),
    );
    if (!isNamed) return;
    if (
        former.some(
            ({ deleted, relationshipToPartner }) => !deleted && relationshipToPartner === "none",
        )
    ) {
        program.delete(name);
        manualSteps.push("anotherDomain");
    } else if (adopted !== undefined) {
        program.set(name, { ...wishes, existingCustomerId: undefined });
        manualSteps.push("withoutExistingCustomerId");
    }
}

function domainIn(wire: Record<string, unknown>, name: string): boolean {
    return JSON.stringify(wire).includes(`${name}.`);
}
