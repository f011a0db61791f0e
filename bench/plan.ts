/** How much is measured. */
export interface Plan {
    /** Rounds for each number of customers; in a round each contestant has its turn. */
    scale: Readonly<Record<number, number>>;
    latency: { milliseconds: readonly number[]; customers: number; rounds: number };
    limit: { requestsPerMinute: number; customers: number };
    /** A stack of the fleet has `stackSize` customers. */
    fleet: { customers: readonly number[]; stackSize: number };
    checkpoints: { customers: number; rounds: number };
    loading: { rounds: number };
    memory: { customers: number; every: number };
}

export const wholePlan: Plan = {
    scale: { 1: 1, 10: 1, 100: 3, 500: 1 },
    latency: { milliseconds: [0, 300, 2000], customers: 20, rounds: 1 },
    limit: { requestsPerMinute: 500, customers: 750 },
    fleet: { customers: [500, 1000], stackSize: 100 },
    checkpoints: { customers: 500, rounds: 1 },
    loading: { rounds: 41 },
    memory: { customers: 1000, every: 100 },
};

/** Some minutes: what every figure is made of, but too little to rely on. */
export const quickPlan: Plan = {
    scale: { 1: 1, 10: 1, 100: 1 },
    latency: { milliseconds: [0, 300], customers: 10, rounds: 1 },
    limit: { requestsPerMinute: 50, customers: 60 },
    fleet: { customers: [50, 100], stackSize: 25 },
    checkpoints: { customers: 50, rounds: 1 },
    loading: { rounds: 5 },
    memory: { customers: 300, every: 100 },
};
