/* Tables whose rows are sorted by a column: every heading with data-column becomes a button. */

/** What a cell is sorted by: the number that it stands for, or its text. */
function sortKey(cell) {
    const value = cell.dataset.value ?? cell.textContent.trim();
    const number = Number(value);
    return value === "" || Number.isNaN(number) ? value : number;
}

/** Numbers by value, then texts, then cells without a value, which stay last in either direction. */
function compareKeys(a, b, direction) {
    if (a === "" || b === "") {
        return (a === "") - (b === "");
    }
    if (typeof a !== typeof b) {
        return typeof a === "number" ? -1 : 1;
    }
    return direction * (typeof a === "number" ? a - b : a.localeCompare(b));
}

/** A row with the rows of remarks below it, which stay with it. */
function rowsWithRemarks(body) {
    const groups = [];
    for (const row of body.rows) {
        if (row.classList.contains("why")) {
            groups.at(-1).push(row);
        } else {
            groups.push([row]);
        }
    }
    return groups;
}

function sortTable(table, heading) {
    const direction = heading.getAttribute("aria-sort") === "ascending" ? -1 : 1;
    const column = Number(heading.dataset.column);
    const body = table.tBodies[0];
    const groups = rowsWithRemarks(body);
    const keys = new Map(groups.map(group => [group, sortKey(group[0].cells[column])]));
    groups.sort((a, b) => compareKeys(keys.get(a), keys.get(b), direction));
    body.append(...groups.flat());
    table.querySelectorAll("[aria-sort]").forEach(other => other.removeAttribute("aria-sort"));
    heading.setAttribute("aria-sort", direction > 0 ? "ascending" : "descending");
}

for (const table of document.querySelectorAll("table.sortable")) {
    for (const heading of table.querySelectorAll("th[data-column]")) {
        const button = document.createElement("button");
        button.type = "button";
        button.append(...heading.childNodes);
        heading.append(button);
        button.addEventListener("click", () => sortTable(table, heading));
    }
}
