// What forms share that keep what is typed while it is typed: how it is sent, and what is said of how that went.
window.Typing = (function () {
    'use strict';

    var here = ' What you typed is still here';
    var longest = 10000;      // ms until an answer is not waited for
    var patience = 4000;      // ms until it is said that one is waited for

    function post(url, body, more) {
        return window.send(url, Object.assign({ method: 'POST', body: body, redirect: 'manual' }, more), longest);
    }

    // Says something where no answer came for a while. Ends with the returned function.
    function wait(tell) {
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

    // The time of day as the rest of the page writes it.
    function clock(iso) { return iso.slice(11, 16) + ' UTC'; }

    // What a refusal says to people. How long to wait is said to programs.
    function messageOf(answer) {
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
    function deliver(how) {
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
        if (length <= max * 0.9) {
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

    return { clock: clock, post: post, wait: wait, messageOf: messageOf, deliver: deliver, countIn: countIn };
})();
