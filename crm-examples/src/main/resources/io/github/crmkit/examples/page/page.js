"use strict";
(function () {
  const charts = JSON.parse(document.getElementById("charts").textContent);
  const made = [];
  const exact = new Intl.NumberFormat("en", { maximumFractionDigits: 20 });
  const short = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 1 });

  function colour(name) {
    return getComputedStyle(document.documentElement).getPropertyValue("--" + name).trim();
  }

  /* Many quarters, teams or products share six colours: each round of them is fainter. */
  function colourOf(place) {
    const alpha = ["", "b0", "70"][Math.floor(place / 6) % 3];
    return colour("c" + (place % 6 + 1)) + alpha;
  }

  function inWords(value, unit) {
    return exact.format(value) + (unit ? " " + unit : "");
  }

  function shortened(label, most) {
    const letters = Array.from(label);
    return letters.length > most ? letters.slice(0, most - 1).join("") + "…" : label;
  }

  function steps(values) {
    return values.map((value) => Array.isArray(value) ? value[1] - value[0] : value);
  }

  function waterfallColours(values) {
    return values.map((value) => !Array.isArray(value) ? colour("level")
        : value[1] >= value[0] ? colour("up") : colour("down"));
  }

  function dataset(chart, series, place) {
    if (series.line) {
      return {
        type: "line", label: series.name, data: series.values, yAxisID: "percent", spanGaps: false,
        borderColor: colour("text"), backgroundColor: colour("text"), borderWidth: 2, pointRadius: 4, order: 0
      };
    }
    const fill = chart.kind === "waterfall" ? waterfallColours(series.values) : colourOf(place);
    return { label: series.name, data: series.values, backgroundColor: fill, maxBarThickness: 46, order: 1 };
  }

  function axis(title, options) {
    return Object.assign({
      grid: { color: colour("line") },
      border: { color: colour("line") },
      title: { display: Boolean(title), text: title }
    }, options);
  }

  function optionsOf(chart) {
    const lying = chart.kind === "bars" || chart.kind === "stacked_bars";
    const stacked = chart.kind === "stacked_columns" || chart.kind === "stacked_bars";
    const narrow = window.innerWidth < 520;
    const names = axis("", {
      stacked: stacked,
      grid: { display: false },
      ticks: {
        autoSkip: false,
        maxRotation: 60,
        callback(value) { return shortened(chart.labels[value], narrow ? 16 : 30); }
      }
    });
    const values = axis(chart.unit, {
      stacked: stacked,
      beginAtZero: true,
      ticks: { maxTicksLimit: narrow ? 5 : 8, callback(value) { return short.format(value); } }
    });
    if (chart.unit === "") {
      values.ticks.precision = 0;
    }
    const scales = lying ? { x: values, y: names } : { x: names, y: values };
    if (chart.series.some((series) => series.line)) {
      scales.percent = axis("%", { position: "right", min: 0, max: 100, grid: { display: false } });
    }
    return {
      indexAxis: lying ? "y" : "x",
      responsive: true,
      maintainAspectRatio: false,
      animation: false,
      scales: scales,
      interaction: { mode: "index", axis: lying ? "y" : "x", intersect: false },
      plugins: {
        legend: { display: chart.series.length > 1, position: "top", align: "start", labels: { boxWidth: 14 } },
        tooltip: {
          filter(item) { return item.raw !== null && (chart.series.length < 8 || item.raw !== 0); },
          callbacks: {
            title(items) { return items.length ? chart.labels[items[0].dataIndex] : ""; },
            label(item) {
              const series = chart.series[item.datasetIndex];
              const value = steps(series.values)[item.dataIndex];
              const name = chart.kind === "waterfall" ? "" : series.name + ": ";
              return name + inWords(value, series.line ? "%" : chart.unit);
            }
          }
        }
      }
    };
  }

  function height(chart) {
    const lying = chart.kind === "bars" || chart.kind === "stacked_bars";
    if (!lying) {
      return 330;
    }
    const bars = chart.kind === "bars" ? Math.max(1, chart.series.length) : 1;
    return 90 + chart.labels.length * (10 + 16 * bars);
  }

  function draw() {
    Chart.defaults.color = colour("text");
    Chart.defaults.font.family = getComputedStyle(document.body).fontFamily;
    while (made.length) {
      made.pop().destroy();
    }
    charts.forEach((chart, place) => {
      const canvas = document.getElementById("c" + place);
      canvas.parentNode.style.height = height(chart) + "px";
      made.push(new Chart(canvas, {
        type: "bar",
        data: { labels: chart.labels, datasets: chart.series.map((series, i) => dataset(chart, series, i)) },
        options: optionsOf(chart)
      }));
    });
  }

  draw();
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", draw);
  matchMedia("(max-width: 520px)").addEventListener("change", draw);
  /* A printed page is light, and as wide as the paper. */
  matchMedia("print").addEventListener("change", draw);
  window.addEventListener("beforeprint", draw);
  window.addEventListener("afterprint", draw);
})();
