import * as echarts from "echarts";
import { operations, type Results } from "../results";
import { medianOf, select, valuesOf } from "./select";
import { stackCurves } from "./tables";

const colours: Readonly<Record<string, string>> = {
    ours: "#1668b8",
    floor: "#8b95a1",
    typical: "#d0662b",
    terraform: "#7b42bc",
    fleet: "#1f9d63",
    limit: "#b3261e",
};

const titles: Readonly<Record<string, string>> = {
    ours: "pulumi-partnercenter",
    floor: "floor (does nothing)",
    typical: "hand-written",
    terraform: "Terraform",
};

/** Every plot by its file's name, as SVG; those of which nothing was measured are left out. */
export function plots(results: Results): Record<string, string> {
    const drawn: Record<string, echarts.EChartsOption | undefined> = {
        "operations.svg": operationsPlot(results),
        "scale.svg": scalePlot(results),
        "latency.svg": latencyPlot(results),
        "limit.svg": limitPlot(results),
    };
    return Object.fromEntries(
        Object.entries(drawn).flatMap(([file, option]) =>
            option === undefined ? [] : [[file, svg(option)]],
        ),
    );
}

/** The operations side by side, for the largest number of customers. */
function operationsPlot({ scale }: Results): echarts.EChartsOption | undefined {
    if (scale === undefined) return undefined;
    const customers = Math.max(...valuesOf(scale.measurements, "customers"));
    const measured = valuesOf(scale.measurements, "contestant");
    const contestants = Object.keys(titles).filter((name) => measured.includes(name));
    return {
        ...layout(`Seconds for ${customers} customers`, "seconds"),
        xAxis: { type: "category", data: [...operations] },
        series: contestants.map((contestant) => ({
            type: "bar",
            ...look(contestant, titles[contestant]),
            label: { show: true, position: "top", fontSize: 11 },
            data: operations.map((operation) =>
                rounded(medianOf(scale.measurements, { contestant, operation, customers })),
            ),
        })),
    };
}

/** How an update grows with its customers. */
function scalePlot(results: Results): echarts.EChartsOption | undefined {
    const curves = stackCurves(results);
    if (curves.length === 0) return undefined;
    return {
        ...layout("Seconds of an update that creates so many customers", "seconds"),
        xAxis: { type: "value", name: "customers", nameLocation: "middle", nameGap: 28 },
        series: curves.map(({ contestant, title, points }) => ({
            type: "line",
            ...look(contestant, title),
            data: points,
        })),
    };
}

/** What a slow service does to an update. */
function latencyPlot({ latency }: Results): echarts.EChartsOption | undefined {
    if (latency === undefined) return undefined;
    const updates = select(latency.measurements, { operation: "up" });
    const [customers] = valuesOf(updates, "customers");
    return {
        ...layout(`Seconds of an update that creates ${customers} customers`, "seconds"),
        xAxis: {
            type: "value",
            name: "milliseconds that each answer takes",
            nameLocation: "middle",
            nameGap: 28,
        },
        series: valuesOf(updates, "contestant").map((contestant) => ({
            type: "line",
            ...look(contestant, titles[contestant]),
            data: valuesOf(updates, "latencyMs").map((latencyMs) => [
                latencyMs,
                rounded(medianOf(updates, { contestant, latencyMs })),
            ]),
        })),
    };
}

/** The calls that were answered, beside those that the service allows. */
function limitPlot({ limit }: Results): echarts.EChartsOption | undefined {
    const [run] = select(limit?.measurements, { contestant: "ours" });
    if (run === undefined) return undefined;
    const { answeredBySecond, requestsPerMinute } = run;
    let answered = 0;
    const points = answeredBySecond.map((count, second) => {
        answered += count;
        return [second + 1, answered];
    });
    const allowed = answeredBySecond.map((_, second) => [
        second,
        Math.min(answered, requestsPerMinute * (Math.floor(second / 60) + 1)),
    ]);
    return {
        ...layout(`Calls answered, with ${requestsPerMinute} a minute allowed`, "calls"),
        xAxis: {
            type: "value",
            name: "seconds since the first call",
            nameLocation: "middle",
            nameGap: 28,
        },
        series: [
            {
                type: "line",
                step: "end",
                ...look("limit", "allowed"),
                symbol: "none",
                data: allowed,
            },
            { type: "line", ...look("ours", titles.ours), symbol: "none", data: points },
        ],
    };
}

function layout(title: string, unit: string): echarts.EChartsOption {
    return {
        animation: false,
        backgroundColor: "#ffffff",
        textStyle: { fontFamily: "sans-serif" },
        title: { text: title, left: 12, top: 8, textStyle: { fontSize: 16 } },
        // Widths of text are estimates here, so there is room between its entries.
        legend: { top: 36, left: 12, itemGap: 36 },
        grid: { left: 64, right: 32, top: 92, bottom: 52 },
        yAxis: { type: "value", name: unit },
    };
}

function look(contestant: string, name = contestant) {
    const color = colours[contestant] ?? "#555555";
    return { name, itemStyle: { color }, lineStyle: { width: 2.5 }, symbolSize: 7 };
}

function rounded(value: number | undefined): number | undefined {
    return value === undefined ? undefined : Math.round(value * 10) / 10;
}

function svg(option: echarts.EChartsOption): string {
    const size = { width: 900, height: 440 };
    const chart = echarts.init(null, null, { renderer: "svg", ssr: true, ...size });
    chart.setOption(option);
    const text = chart.renderToSVGString();
    chart.dispose();
    return `${asPicture(text)}\n`;
}

/** The library numbers its charts and their styles under the pointer: a plot is not to depend on those drawn before it. */
function asPicture(text: string): string {
    return text
        .replace(/<style[^>]*>.*?<\/style>\n*/gs, "")
        .replace(/ class="zr\d+-cls-\d+"/g, "")
        .replace(/\bzr\d+-/g, "zr-");
}
