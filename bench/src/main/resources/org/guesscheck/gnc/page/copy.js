/* A button beside every command, which copies it. */

/** For browsers that keep the clipboard from pages in files. */
function copySelected(element) {
    const selection = getSelection();
    selection.selectAllChildren(element);
    const copied = document.execCommand("copy");
    selection.removeAllRanges();
    return copied;
}

async function copyText(element) {
    try {
        await navigator.clipboard.writeText(element.textContent);
        return true;
    } catch {
        return copySelected(element);
    }
}

for (const command of document.querySelectorAll("pre.command")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
        button.textContent = (await copyText(command)) ? "Copied" : "Not allowed here";
        setTimeout(() => (button.textContent = "Copy"), 2000);
    });
    command.after(button);
}
