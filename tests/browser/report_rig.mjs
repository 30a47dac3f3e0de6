// SPDX-License-Identifier: GPL-3.0-or-later
// The reports as a person and a team's lead see them, in Debian's Chromium: wide and narrow, light, dark and on paper;
// nobody is shut out (axe-core), the policy lets the style in and nothing else, nothing is fetched, and the HTML is valid.
//
//   node report_rig.mjs MODULES MAKE_PAGES FOLDER     pictures and a PDF are left in FOLDER
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const skipped = 77;
const [modules, makePages, folder] = process.argv.slice(2).map((each) => path.resolve(each));
const browserProgram = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find(fs.existsSync);
for (const [what, how] of [[browserProgram, 'apt-get install chromium'],
    [fs.existsSync(path.join(modules, 'playwright-core')), './dev test --all, which runs npm ci']]) {
    if (!what) {
        console.log(`SKIPPED: not installed here: ${how}`);
        process.exit(skipped);
    }
}
const require = createRequire(path.join(modules, 'from-here.js'));
const { chromium } = require('playwright-core');
const { HtmlValidate } = require('html-validate');
const axeSource = fs.readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

const problems = [];
const expect = (holds, problem) => {
    if (!holds) problems.push(problem);
};

fs.rmSync(folder, { recursive: true, force: true });
if (spawnSync(makePages, [folder], { stdio: 'inherit' }).status !== 0) throw new Error('the pages could not be made');
const pages = fs.readdirSync(folder).filter((name) => name.endsWith('.html')).sort();
expect(pages.length === 5, `five pages expected, not ${pages}`);

async function isValid() {
    const validator = new HtmlValidate({
        extends: ['html-validate:recommended', 'html-validate:document'],
        // The style is in the page on purpose; tabindex is for tables wider than the screen (axe asks for it).
        rules: { 'long-title': 'off', 'no-inline-style': 'error', 'no-trailing-whitespace': 'off', 'prefer-native-element': 'off' },
    });
    for (const name of pages) {
        const report = await validator.validateString(fs.readFileSync(path.join(folder, name), 'utf8'));
        for (const result of report.results) {
            for (const each of result.messages) {
                problems.push(`${name}:${each.line}:${each.column}: ${each.message} (${each.ruleId})`);
            }
        }
    }
}

/// Opens a page and hears of everything that the browser does not like about it.
async function opened(context, file) {
    const page = await context.newPage();
    const heard = [];
    page.on('console', (message) => heard.push(message.text()));
    page.on('pageerror', (error) => heard.push(String(error)));
    page.on('dialog', (dialog) => { heard.push('a dialog'); dialog.dismiss(); });
    page.on('request', (request) => { if (!request.url().startsWith('file:')) heard.push(`fetches ${request.url()}`); });
    await page.goto(pathToFileURL(file).href);
    return { page, heard };
}

async function looksRight(browser, name, colorScheme, width) {
    const what = `${name}, ${colorScheme}, ${width} px`;
    const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } });
    const { page, heard } = await opened(context, path.join(folder, name));
    const seen = await page.evaluate(() => ({
        styled: getComputedStyle(document.body).maxWidth !== 'none',
        background: getComputedStyle(document.body).backgroundColor,
        overflow: document.documentElement.scrollWidth - window.innerWidth,
        charts: [...document.querySelectorAll('.charts-css tbody td')].map((cell) => cell.getBoundingClientRect())
            .map(({ width: across, height: down }) => Math.max(across, down)),
    }));
    expect(seen.styled, `${what}: the policy keeps the style out`);
    expect(seen.overflow <= 0, `${what}: ${seen.overflow} px too wide`);
    const [red] = seen.background.match(/\d+/).map(Number);
    expect(colorScheme === 'dark' ? red < 64 : red > 191, `${what}: the background is ${seen.background}`);
    if (name === 'full.html') expect(seen.charts.some((size) => size > 20), `${what}: no chart is drawn`);
    const found = await page.evaluate(async (source) => {
        (0, eval)(source);
        return (await globalThis.axe.run(document, { resultTypes: ['violations'] })).violations.map(
            ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.html.slice(0, 120)).slice(0, 3).join(' | ')}`);
    }, axeSource);
    for (const violation of found) problems.push(`${what}: ${violation}`);
    for (const message of heard) problems.push(`${what}: ${message}`);
    await page.screenshot({ path: path.join(folder, `${path.parse(name).name}-${colorScheme}-${width}.png`), fullPage: true });
    await context.close();
}

async function printsWell(browser) {
    const context = await browser.newContext({ colorScheme: 'dark' });
    const { page } = await opened(context, path.join(folder, 'full.html'));
    const pdf = await page.pdf({ format: 'A4', path: path.join(folder, 'full.pdf'), printBackground: true });
    const sheets = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
    expect(sheets >= 1 && sheets <= 5, `printed on ${sheets} sheets`);
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const ink = await page.evaluate(() => getComputedStyle(document.body).color);
    expect(ink === 'rgb(0, 0, 0)', `printed in ${ink}`);
    await context.close();
}

/// The same checks must see a page whose policy does not fit, and a policy that stops what is put in later.
async function seesTrouble(browser) {
    const context = await browser.newContext();
    const changed = path.join(folder, 'changed.html.txt.html');
    fs.writeFileSync(changed, fs.readFileSync(path.join(folder, 'full.html'), 'utf8').replace('<style>', '<style> '));
    const { page, heard } = await opened(context, changed);
    expect(heard.some((text) => text.includes('Content Security Policy')), 'a changed style was let in');
    expect(await page.evaluate(() => getComputedStyle(document.body).maxWidth) === 'none', 'a changed style was used');
    fs.rmSync(changed);
    const good = await opened(context, path.join(folder, 'full.html'));
    await good.page.evaluate(() => {
        const script = document.createElement('script');
        script.textContent = 'document.title = "taken over"';
        document.body.append(script);
        document.body.setAttribute('style', 'color: red');
    });
    expect(await good.page.title() === 'Your week 2026-W48', 'a script that was put in ran');
    expect(good.heard.length >= 2, `the policy stopped only: ${good.heard}`);
    await context.close();
}

await isValid();
const browser = await chromium.launch({ executablePath: browserProgram, args: process.getuid() === 0 ? ['--no-sandbox'] : [] });
try {
    for (const name of pages) {
        for (const colorScheme of ['light', 'dark']) {
            for (const width of [1280, 320]) await looksRight(browser, name, colorScheme, width);
        }
    }
    await printsWell(browser);
    await seesTrouble(browser);
} finally {
    await browser.close();
}
for (const problem of problems) console.error(problem);
console.log(problems.length === 0 ? `all is well; pictures in ${folder}` : `${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);
