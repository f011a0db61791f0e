import type { Portal } from "../portal";
import type { Service } from "../service";
import { changesOf } from "./changes";
import { customerPortal } from "./customers";
import { devicePortal } from "./devices";
import { subscriptionPortal } from "./subscriptions";
import { userPortal } from "./users";

export function portalOf(service: Service): Portal {
    const changes = changesOf(service);
    return {
        ...customerPortal(service, changes),
        ...subscriptionPortal(service, changes),
        ...devicePortal(service, changes),
        ...userPortal(service, changes),
    };
}
