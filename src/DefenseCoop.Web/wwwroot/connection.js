// The life of an open page: its circuit starts when the page is painted, comes back when its connection was lost, and is
// asked for a sign of life. A page that cannot go on is loaded anew once the server answers; it never looks alive and is not.
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
    var isOverdue = false;
    var wake = null;

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
        var stop = new AbortController();
        return within(answerTime, function () {
            return fetch('health/ready', { cache: 'no-store', signal: stop.signal }).then(function (answer) {
                return answer.text().then(function () { return answer.ok; });
            });
        }).then(function (ok) {
            if (ok === undefined) stop.abort();
            return ok === true;
        });
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

    // Before the first rendering of the circuit there is nothing to ask; after a while there ought to be.
    function isExpectedAlive() { return isOverdue || !!document.querySelector('[data-interactive]'); }

    function hasFailed() {
        var error = document.getElementById('blazor-error-ui');
        return !!error && getComputedStyle(error).display !== 'none';
    }

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
        for (var round = 0; !isLeaving; round++) {
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
        if (!isExpectedAlive() || isRecovering || isLeaving || hasFailed()) return;
        if (await beat() !== true && !hasFailed()) recover(true);
    }

    function start() {
        window.Blazor.start({
            circuit: {
                reconnectionHandler: {
                    onConnectionDown: function () {
                        isDown = true;
                        if (!hasFailed()) recover(false);
                    },
                    onConnectionUp: function () { isDown = false; }
                }
            }
        });
        // Time for the first connection; a page that never got one is not alive either.
        setTimeout(function () { isOverdue = true; check(); }, 2 * answerTime);
        setInterval(check, beatEvery);
    }

    document.addEventListener('visibilitychange', function () { if (document.visibilityState === 'visible') check(); });
    window.addEventListener('online', check);
    window.addEventListener('focus', check);
    window.addEventListener('pagehide', function () { isLeaving = true; });
    window.addEventListener('pageshow', function (event) {
        // It comes back from the browser's memory, and its circuit is gone.
        if (event.persisted) location.reload();
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
            setTimeout(function () { if (window.Blazor) start(); });
        });
    });
})();
