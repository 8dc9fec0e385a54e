// The life of an open page: its circuit starts when the page is painted, comes back when its connection was lost, and is
// asked for a sign of life. A page that cannot go on is loaded anew once the server answers; it never looks alive and is not.
// A page whose circuit never started is a plain page, and one that the browser translated becomes one: what the circuit
// changes then are texts that are not in the document any more.
(function () {
    'use strict';

    var beatEvery = 30000;
    var answerTime = 5000;
    var shortestPause = 500;
    var longestPause = 4000;
    var flash = 700;
    var mostReloads = 4;
    var reloadWindow = 60000;

    var isDown = false;
    var isRecovering = false;
    var isLeaving = false;
    var wake = null;

    var root = document.documentElement;
    var language = 'en';      // what pages are written in
    var state = 'waiting';    // then 'followed', 'plain' (no circuit came) or 'translated'
    var startTime = 10000;    // ms until a circuit that has not started is not waited for
    var watchEvery = 200;
    var connection = null;
    var words = [];           // texts that the circuit never replaces
    var shown = null;         // the address of what is shown, once addresses are not followed any more

    function dialog() { return document.getElementById('components-reconnect-modal'); }

    function sleep(time) {
        return new Promise(function (done) {
            var timer = setTimeout(done, time);
            wake = function () { clearTimeout(timer); done(); };
        });
    }

    // The outcome of the work, or undefined: it failed, or took too long.
    function within(time, work) {
        return new Promise(function (done) {
            setTimeout(done, time);
            Promise.resolve().then(work).then(done, function () { done(); });
        });
    }

    // A server that is ending says that it is not ready: a page that is loaded then would be lost.
    function isReady() {
        return window.send('health/ready', { cache: 'no-store' }, answerTime).then(function (answer) {
            return answer.text().then(function () { return answer.ok; });
        }).catch(function () { return false; });
    }

    function beat() {
        return within(answerTime, function () { return window.DotNet.invokeMethodAsync('DefenseCoop.Web', 'Beat'); });
    }

    // Blazor says yes as soon as there is a connection, even if an earlier attempt left it without the circuit: what counts
    // is the circuit's answer.
    function reconnect() {
        return within(answerTime, function () { return window.Blazor.reconnect(); }).then(function (isBack) {
            return isBack === true ? beat() : isBack;
        });
    }

    function hasFailed() {
        var error = document.getElementById('blazor-error-ui');
        return !!error && !!error.style.display && error.style.display !== 'none';
    }

    function address() { return location.pathname + location.search; }

    function enter(what) {
        state = what;
        root.toggleAttribute('data-followed', what === 'followed');
        root.toggleAttribute('data-unfollowed', what !== 'followed');
        var note = document.querySelector('[data-follows]');
        if (!note) return;
        note.dataset.follows = what;
        note.hidden = what === 'followed';
    }

    // The first rendering of the circuit, which may also come late.
    function begin() {
        if (state !== 'waiting' && state !== 'plain' || !document.querySelector('[data-interactive]')) return;
        enter('followed');
        remember();
    }

    // Waits for it, for a while and then without haste.
    function watch(until) {
        begin();
        if (state === 'followed' || state === 'translated') return;
        if (state === 'waiting' && (hasFailed() || Date.now() > until)) giveUp();
        setTimeout(function () { watch(until); }, state === 'plain' ? 5 * watchEvery : watchEvery);
    }

    // Links and forms of the page work without a circuit; the framework would fetch pages and try circuits again and again.
    function giveUp() {
        if (state !== 'waiting') return;
        document.body.dataset.enhanceNav = 'false';
        enter('plain');
    }

    function remember() {
        words = Array.prototype.map.call(document.querySelectorAll('nav a'), function (link) { return link.firstChild; })
            .filter(function (node) { return node && node.nodeType === Node.TEXT_NODE; })
            .map(function (node) { return { node: node, parent: node.parentNode }; });
    }

    // Translators name the language that they made, wrap texts, or put others in their place.
    function isTranslated() {
        return root.lang !== language || /(^|\s)translated-(ltr|rtl)(\s|$)/.test(root.className)
            || !!document.body.querySelector('font, [_msttexthash]')
            || words.some(function (word) { return word.parent.isConnected && !word.node.isConnected; });
    }

    function translate() {
        if (state === 'translated') return;
        shown = address();
        enter('translated');
        var box = dialog();
        if (box && box.open) box.close();
        if (connection) connection.stop();
    }

    function look(records) {
        if (state === 'translated') return;
        begin();
        var isSign = records.some(function (record) {
            return record.target === root ? isTranslated() : Array.prototype.some.call(record.addedNodes, function (node) { return node.nodeName === 'FONT'; });
        });
        if (isSign) translate();
    }

    new MutationObserver(look).observe(root, { attributes: true, attributeFilter: ['class', 'lang'] });
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    // Before the framework hears of it: the browser follows the link.
    window.addEventListener('click', function (event) {
        if (state === 'followed' && isTranslated()) translate();
        if (state !== 'translated') return;
        var link = event.target.closest && event.target.closest('a[href]');
        if (link && link.pathname + link.search !== address()) event.stopPropagation();
    }, true);
    window.addEventListener('popstate', function (event) {
        if (state === 'followed' && isTranslated()) {
            translate();
            shown = null;
        }
        if (state !== 'translated' || shown === address()) return;
        event.stopImmediatePropagation();
        location.reload();
    }, true);

    function tell(what) {
        var box = dialog();
        if (!box) return;
        box.dataset.state = what;
        if (!box.open) box.showModal();
    }

    // Not for ever: where every load fails at once, the reader decides.
    function reload() {
        var now = Date.now();
        var past = [];
        try {
            past = JSON.parse(sessionStorage.getItem('reloads') || '[]').filter(function (at) { return now - at < reloadWindow; });
            sessionStorage.setItem('reloads', JSON.stringify(past.concat(now)));
        } catch (e) { /* storage is blocked: nothing is known of loads before */ }
        if (past.length >= mostReloads) tell('refused');
        else location.reload();
    }

    async function recover(isSilent) {
        if (isRecovering || isLeaving) return;
        isRecovering = true;
        var telling = setTimeout(function () { tell('trying'); }, flash);
        if (isSilent) tell('silent');
        var unanswered = isSilent ? 1 : 0;
        var pause = shortestPause;
        for (var round = 0; !isLeaving && state === 'followed'; round++) {
            if (await isReady()) {
                var isAlive = isDown ? await reconnect() : await beat();
                if (isAlive === true) break;

                // Refused, or twice no answer from a server that is well otherwise: there is nothing left to go on with.
                if (isAlive === false || ++unanswered >= 2) {
                    clearTimeout(telling);
                    reload();
                    return;
                }
                pause = shortestPause;
            } else if (round > 0 || isSilent) {
                clearTimeout(telling);
                tell('silent');
            }
            await sleep(pause + Math.random() * shortestPause);
            pause = Math.min(2 * pause, longestPause);
        }
        clearTimeout(telling);
        isRecovering = false;
        var box = dialog();
        if (box && box.open) box.close();
    }

    async function check() {
        if (wake) wake();
        if (state !== 'followed' || isRecovering || isLeaving || hasFailed()) return;
        if (await beat() !== true && !hasFailed()) recover(true);
    }

    function start() {
        if (state === 'translated') return;
        if (isTranslated()) {
            translate();
            return;
        }
        if (!window.Blazor) {
            giveUp();
            return;
        }
        var begun = window.Blazor.start({
            circuit: {
                configureSignalR: function (builder) {
                    var build = builder.build.bind(builder);
                    builder.build = function () { return connection = build(); };
                },
                reconnectionHandler: {
                    onConnectionDown: function () {
                        if (state !== 'followed') {
                            giveUp();
                            return;
                        }
                        isDown = true;
                        if (!hasFailed()) recover(false);
                    },
                    onConnectionUp: function () { isDown = false; }
                }
            }
        });
        if (begun && begun.catch) begun.catch(giveUp);
        watch(Date.now() + startTime);
        setInterval(check, beatEvery);
    }

    document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'visible') check(); });
    window.addEventListener('online', check);
    window.addEventListener('focus', check);
    window.addEventListener('pagehide', function () { isLeaving = true; });
    window.addEventListener('pageshow', function (event) {
        // It comes back from the browser's memory, and its circuit is gone.
        if (event.persisted && state !== 'plain') location.reload();
    });
    document.addEventListener('click', function (event) {
        if (event.target.matches('[data-reload]')) location.reload();
    });
    document.addEventListener('close', function (event) {
        // Closed by a key: as long as there is no connection, the page says so.
        if (event.target === dialog() && isRecovering) tell(event.target.dataset.state);
    }, true);

    window.addEventListener('load', function () {
        // What there is to read comes first.
        requestAnimationFrame(function () {
            setTimeout(start);
        });
    });
})();
