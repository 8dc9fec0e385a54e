// The program writes addresses from its own root. Where it is served beneath a path, such as /tracker, the server puts the
// path in front of those in its answers; what an open page adds gets it here, before anybody can follow it.
(function () {
    'use strict';

    var root = new URL(document.baseURI).pathname.replace(/\/$/, '');
    if (!root) return;

    function isAddress(name) { return name === 'href' || name === 'src' || name === 'action' || name === 'formaction' || name.indexOf('data-') === 0; }

    function isOutside(value) {
        if (value.charAt(0) !== '/' || value.charAt(1) === '/') return false;
        return value.indexOf(root) !== 0 || !(value.length === root.length || '/?#'.indexOf(value.charAt(root.length)) >= 0);
    }

    function put(element) {
        Array.prototype.forEach.call(element.attributes, function (attribute) {
            if (isAddress(attribute.name) && isOutside(attribute.value)) element.setAttribute(attribute.name, root + attribute.value);
        });
    }

    function putWithin(node) {
        if (node.nodeType !== Node.ELEMENT_NODE) return;
        put(node);
        node.querySelectorAll('*').forEach(put);
    }

    new MutationObserver(function (records) {
        records.forEach(function (record) {
            if (record.type === 'attributes') put(record.target);
            else record.addedNodes.forEach(putWithin);
        });
    }).observe(document, { subtree: true, childList: true, attributes: true });
})();
