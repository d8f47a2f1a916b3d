/* Colours for the numbers of a map, those of the printed figure. */

const RISING = [0xffffd9, 0xc7e9b4, 0x41b6c4, 0x225ea8, 0x081d58];
const AROUND_ONE = [0x2166ac, 0x92c5de, 0xf7f7f7, 0xf4a582, 0xb2182b];

/** The relative luminance below which white text has more contrast than black. */
const DARK = 0.179;

function parts(rgb) {
    return [rgb >> 16, (rgb >> 8) & 255, rgb & 255];
}

/** The colour of a share from 0 to 1. */
function shade(anchors, share) {
    const position = Math.min(Math.max(share, 0), 1) * (anchors.length - 1);
    const below = Math.min(Math.floor(position), anchors.length - 2);
    const [a, b] = [parts(anchors[below]), parts(anchors[below + 1])];
    return a.map((part, i) => Math.round(part + (position - below) * (b[i] - part)));
}

function textOn(rgb) {
    const linear = rgb.map(part => (part / 255 <= 0.04045 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2] < DARK ? "#fff" : "#000";
}

function css(rgb) {
    return `rgb(${rgb.join(" ")})`;
}

/** From a number to its share of the range of all, by value or by logarithm; around one, equal factors are equally far. */
function shares(values, logarithmic, aroundOne) {
    if (aroundOne) {
        const most = Math.max(Math.log(2), ...values.map(value => Math.abs(Math.log(value))));
        return { low: Math.exp(-most), high: Math.exp(most), of: value => 0.5 + Math.log(value) / (2 * most) };
    }
    const at = logarithmic ? Math.log : value => value;
    const [low, high] = [Math.min(...values), Math.max(...values)];
    return { low, high, of: value => (low === high ? 0.5 : (at(value) - at(low)) / (at(high) - at(low))) };
}
