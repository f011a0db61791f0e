import * as pulumi from "@pulumi/pulumi";
import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import { getMonitor } from "@pulumi/pulumi/runtime/settings";
import { customerId, someState } from "./fixtures";

/** A resource as it was registered, with the request in which it was. */
export interface Registered extends pulumi.runtime.MockResourceArgs {
    request: RegisterResourceRequest;
}

/** What was registered by the program that runs. */
let registered: Registered[] = [];

/** Begins a program of this stack, whose resources get this state. */
export function run(stack: string, state: object = someState(), project = "project"): void {
    registered = [];
    let request = new RegisterResourceRequest();
    const newResource = (resource: pulumi.runtime.MockResourceArgs) => {
        registered.push({ ...resource, request });
        return { id: resource.id || customerId, state };
    };
    void pulumi.runtime.setMocks({ newResource, call: () => ({}) }, project, stack, false);
    // The mocks are not told everything that is registered: secrets and options stand in the request.
    const monitor = getMonitor() as unknown as { registerResource: Register };
    const register = monitor.registerResource.bind(monitor);
    monitor.registerResource = (given, ...rest) => {
        request = given;
        return register(given, ...rest);
    };
}

type Register = (request: RegisterResourceRequest, ...rest: unknown[]) => unknown;

/** The resources that a piece of program registers, the last of which it returns. */
export async function registering(program: () => pulumi.Resource): Promise<Registered[]> {
    const before = registered.length;
    await settled(program().urn);
    return registered.slice(before);
}

export function settled<T>(output: pulumi.Output<T>): Promise<T> {
    return new Promise((resolve) => {
        output.apply(resolve);
    });
}
