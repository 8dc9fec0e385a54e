// What all forms share in which people type: how what is typed is kept and sent, and what is said of how that went.
var here = ' What you typed is still here';
var longest = 10000;      // ms until an answer is not waited for
var patience = 4000;      // ms until it is said that one is waited for
var shortest = 10;        // characters: a limit so low is not counted down to

export function post(url, body, more) {
    return window.send(url, Object.assign({ method: 'POST', body: body, redirect: 'manual' }, more), longest);
}

// Says something where no answer came for a while. Ends with the returned function.
export function wait(tell) {
    var timer = setTimeout(tell, patience);
    return function () { clearTimeout(timer); };
}

// A page that was open over a new sign-in has a token of the old session.
function renew(url) {
    return window.send(url, { redirect: 'manual' }, longest).then(function (answer) {
        if (!answer.ok) return false;
        return answer.json().then(function (fresh) {
            document.querySelectorAll('input[name="__RequestVerificationToken"]').forEach(function (field) {
                // By its first token the form is known as one that was sent before.
                if (field.form && !field.form.elements._once) {
                    var once = document.createElement('input');
                    once.type = 'hidden';
                    once.name = '_once';
                    once.value = field.value;
                    field.after(once);
                }
                field.value = fresh.token;
            });
            return true;
        });
    }, function () { return false; });
}

// What a refusal says to people. How long to wait is said to programs.
export function messageOf(answer) {
    var type = answer.headers.get('Content-Type') || '';
    if (answer.status === 429 || type.indexOf('application/problem+json') !== 0) return Promise.resolve(null);
    return answer.json().then(function (body) { return body.detail; }, function () { return null; });
}

// Sends what is typed. Resolves to what `taken` makes of a good answer, to 'refused' (the server answers, and says why
// not), or to 'away'.
//   how.send     sends it; asked twice where the token was old
//   how.taken    given the answer's JSON
//   how.say      shows words of trouble
//   how.tooMuch  what to do beside saying it, where it is more than the server takes
//   how.token    address of a new token
//   how.not, how.notYet, how.may    "Not kept", "Not kept yet", "edit"
export function deliver(how) {
    function ended() {
        how.say(how.not + ': your session has ended.' + here + '. Sign in again in another tab, and it is sent again.');
        return 'away';
    }

    function refused(words) {
        how.say(words);
        return 'refused';
    }

    function attempt(isSecond) {
        var answered = wait(function () { how.say(how.notYet + ': the server has not answered so far.' + here + '.'); });
        return how.send().then(function (answer) {
            return answer.ok ? answer.json().then(function (body) { return { answer: answer, body: body }; }) : { answer: answer };
        }).then(function (got) {
            answered();
            var answer = got.answer;
            if (answer.ok) return how.taken(got.body);
            if (answer.status === 400 && !isSecond) return renew(how.token).then(function (isRenewed) { return isRenewed ? attempt(true) : ended(); });
            if (answer.status === 401 || answer.status === 400 || answer.type === 'opaqueredirect') return ended();
            if (answer.status === 403) return refused(how.not + ': you may not ' + how.may + ' any more.' + here + ', so that you can copy it.');
            if (answer.status === 413) {
                if (how.tooMuch) how.tooMuch();
                return refused(how.not + ': this is more than the program takes. Shorten the longest text.' + here + '.');
            }
            return messageOf(answer).then(function (message) {
                if (answer.status < 500 && answer.status !== 429) return refused(how.not + ': ' + (message || 'the server refuses it.') + here + '.');
                how.say(how.notYet + ': ' + (message || 'the server is busy or fails.') + here + '.');
                return 'away';
            });
        }, function () {
            answered();
            how.say(how.notYet + ': the server does not answer.' + here + '.');
            return 'away';
        });
    }

    return attempt(false);
}

// How much is too much, before it is sent. Nothing is cut.
function count(field) {
    if (!field || !field.dataset || !field.dataset.max) return;
    var max = Number(field.dataset.max);
    var length = field.value.length;
    var note = document.getElementById(field.id + '-count');
    // A code is as long as it is.
    if (length <= max && (length <= max * 0.9 || max <= shortest)) {
        if (note) note.remove();
        return;
    }
    if (!note) {
        note = document.createElement('p');
        note.id = field.id + '-count';
        note.className = 'hint count-note';
        note.setAttribute('role', 'status');
        field.after(note);
    }
    note.textContent = length > max ? length + ' characters: ' + (length - max) + ' too many' : length + ' of ' + max + ' characters';
    note.classList.toggle('trouble', length > max);
}

function countIn(form) {
    form.querySelectorAll('[data-max]').forEach(count);
    form.addEventListener('input', function (event) { count(event.target); });
}

// Keeps what is typed into a form: a moment after it is typed, again where the server is away, at the last moment of the
// page, and before the form itself is sent.
//   how.waits       ms until each further attempt, where the server is away
//   how.isFromFirst whether the moment counts from the first change, and not anew from each
//   how.rests       whether there is nothing to send
//   how.round       sends what is to be kept; resolves to 'kept', 'refused' or 'away'
//   how.next        ms until the next round after one that was not 'away'; undefined for none
//   how.isOpen      whether something is typed that is not on its way
//   how.late        sends it in the last moment of the page
//   how.warns       whether leaving would lose something
//   how.again       the page is shown again, perhaps from the browser's memory
//   how.shown       the tab is looked at again
//   how.sending     says that the form is sent with a button; whether it was sent so before
//   how.waiting     says that no answer came so far
//   how.deliver     keeps all of it before the form goes; resolves as a round does
//   how.stays       null where the form goes now; else what follows: { wait: ms }, or {}
export function keep(form, how) {
    var timer = 0;
    var due = Infinity;
    var failures = 0;
    var running = null;       // the request that is on its way
    var leaving = false;
    var passing = false;      // the form goes out now, having been kept
    var answered = function () { };

    function later(ms) {
        var when = Date.now() + ms;
        if (how.isFromFirst && when >= due) return;
        clearTimeout(timer);
        due = when;
        timer = setTimeout(run, ms);
    }

    function stop() {
        clearTimeout(timer);
        due = Infinity;
    }

    // One request at a time, so that an older text never comes after a newer one.
    function alone(ask) {
        running = ask().then(function (outcome) {
            running = null;
            if (outcome === 'kept') failures = 0;
            return outcome;
        });
        return running;
    }

    function run() {
        due = Infinity;
        if (running || leaving || how.rests()) return;
        alone(how.round).then(function (outcome) {
            if (leaving) return;
            var next = outcome === 'away' ? how.waits[Math.min(failures++, how.waits.length - 1)] : how.next(outcome);
            if (next !== undefined) later(next);
        });
    }

    // A tab that is hidden may be closed: what is not on its way yet goes now.
    function hurry() {
        if (leaving || !how.isOpen()) return;
        try { how.late().catch(function () { }); } catch (e) { /* larger than a browser sends so late */ }
    }

    function pass(button) {
        leaving = true;
        passing = true;
        form.requestSubmit(button);
        passing = false;
    }

    window.addEventListener('online', function () { later(0); });
    document.addEventListener('visibilitychange', function () {
        if (document.visibilityState === 'hidden') hurry();
        else how.shown();
    });
    window.addEventListener('pagehide', hurry);
    window.addEventListener('beforeunload', function (event) {
        if (leaving || !how.warns()) return;
        event.preventDefault();
        event.returnValue = '';
    });
    window.addEventListener('pageshow', function () {
        leaving = false;
        answered();
        how.again();
    });

    // A form that is sent to a server that is away would be replaced by the browser's own page: first everything is kept.
    form.addEventListener('submit', function (event) {
        if (passing) return;
        var button = event.submitter;
        event.preventDefault();
        stop();
        var isRepeated = how.sending(button);
        answered();
        answered = wait(function () { how.waiting(button); });

        // What was kept and sent already goes again as it is.
        if (leaving && isRepeated) {
            pass(button);
            return;
        }
        (running || Promise.resolve()).then(function () { return running || alone(how.deliver); }).then(function (outcome) {
            var stay = how.stays(outcome, button);
            if (!stay) {
                pass(button);
                return;
            }
            answered();
            if ('wait' in stay) later(stay.wait);
        });
    });

    countIn(form);
    return {
        later: later,
        // Once nothing is on its way.
        settled: function () { return running || Promise.resolve(); },
        isLeaving: function () { return leaving; },
        // Whoever writes on has not left: no answer came so far.
        stay: function () { leaving = false; },
        leave: function () {
            hurry();
            leaving = true;
            stop();
        }
    };
}
