import { serve } from "@hono/node-server";
import { customerService } from "./customerService";
import { PulumiStacks } from "./stacks";

const port = Number(process.env.PORT ?? 8080);
const service = customerService(new PulumiStacks(__dirname));

// On this machine alone: who may order tenants is for a gateway in front of it to decide.
serve({ fetch: service.fetch, port, hostname: "127.0.0.1" }, (address) => {
    console.log(`Listening on http://127.0.0.1:${address.port}`);
});
