<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
 <context>
  <name>sam2_toolbox</name>
  <message>
   <source>Segment everything (automatic masks)</source>
   <translation>Tout segmenter (masques automatiques)</translation>
  </message>
  <message>
   <source>Segmentation</source>
   <translation>Segmentation</translation>
  </message>
  <message>
   <source>Draws a polygon around every object in a raster with SAM 2.</source>
   <translation>Dessine avec SAM 2 un polygone autour de chaque objet d'un raster.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Finds the objects in an aerial, drone or satellite image and draws a polygon around each: fields, roofs, crowns, ponds, cars. Nothing has to be named or drawn before. SAM 2 does not say what an object is, only where it ends. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;p&gt;The raster is cut into tiles, and objects are joined again across them, so its size does not matter. Try a small &lt;b&gt;Extent&lt;/b&gt; first.&lt;/p&gt; &lt;h3&gt;Three settings to try first&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Too few or too large objects?&lt;/b&gt; Raise &lt;i&gt;Points per side&lt;/i&gt; to 48 or 64, or set a smaller &lt;i&gt;Tile size&lt;/i&gt; (advanced): each tile is enlarged for the model. Objects under 12 pixels are lost.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Doubtful objects, or missing ones?&lt;/b&gt; &lt;i&gt;Predicted IoU at least&lt;/i&gt; and &lt;i&gt;Stability at least&lt;/i&gt; decide what is kept. Higher: fewer and surer. Lower: more, with mistakes.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Whole fields or lakes in a fine image?&lt;/b&gt; Set a coarser &lt;i&gt;Resolution&lt;/i&gt; (advanced): the model sees more ground at once, and the run is faster.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;Objects may overlap or lie inside each other, as a roof on a yard. Each has:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;The layer's metadata (Properties &amp;gt; Metadata) say which model and settings made it. A run that is cancelled keeps the objects found so far in its file, marked as not complete. Whatever ends a run early, &lt;i&gt;Continue an interrupted run&lt;/i&gt; (advanced) goes on from the last finished tile.&lt;/p&gt; &lt;p&gt;Hold the mouse over a setting for what it does and when to change it.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Trouve les objets d'une image aérienne, de drone ou de satellite et dessine un polygone autour de chacun : champs, toits, houppiers, étangs, voitures. Rien n'est à nommer ni à dessiner d'abord. SAM 2 ne dit pas ce qu'est un objet, seulement où il finit. Il tourne sur cet ordinateur ; aucune image n'en sort.&lt;/p&gt; &lt;p&gt;Le raster est coupé en tuiles et les objets sont rejoints d'une tuile à l'autre : sa taille n'importe pas. Essayer d'abord une petite &lt;b&gt;Emprise&lt;/b&gt;.&lt;/p&gt; &lt;h3&gt;Trois réglages à essayer d'abord&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Des objets trop rares ou trop grands ?&lt;/b&gt; Porter &lt;i&gt;Points par côté&lt;/i&gt; à 48 ou 64, ou choisir une &lt;i&gt;Taille des tuiles&lt;/i&gt; plus petite (avancé) : chaque tuile est agrandie pour le modèle. Les objets sous 12 pixels sont perdus.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Des objets douteux, ou manquants ?&lt;/b&gt; &lt;i&gt;IoU prédit au moins&lt;/i&gt; et &lt;i&gt;Stabilité au moins&lt;/i&gt; décident de ce qui reste. Plus haut : moins, et plus sûrs. Plus bas : plus, avec des erreurs.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Des champs entiers ou des lacs dans une image fine ?&lt;/b&gt; Choisir une &lt;i&gt;Résolution&lt;/i&gt; plus grossière (avancé) : le modèle voit plus de terrain à la fois, et c'est plus rapide.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;Le résultat&lt;/h3&gt; &lt;p&gt;Les objets peuvent se recouvrir ou s'emboîter, comme un toit sur une cour. Chacun a :&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Les métadonnées de la couche (Propriétés &amp;gt; Métadonnées) disent quel modèle et quels réglages l'ont faite. Un traitement annulé garde dans son fichier les objets trouvés jusque-là, marqués comme incomplets. Quoi qui l'interrompe, &lt;i&gt;Continuer un traitement interrompu&lt;/i&gt; (avancé) reprend à la dernière tuile finie.&lt;/p&gt; &lt;p&gt;Laisser la souris sur un réglage montre ce qu'il fait et quand le changer.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Number of the object, unique in the run, from 1.</source>
   <translation>Numéro de l'objet, unique dans le traitement, à partir de 1.</translation>
  </message>
  <message>
   <source>The model's own estimate of how well the outline fits (predicted IoU, 0-1).</source>
   <translation>L'estimation par le modèle de la justesse du contour (IoU prédit, 0-1).</translation>
  </message>
  <message>
   <source>How little the mask changes with its threshold (0-1).</source>
   <translation>Combien peu le masque change avec son seuil (0-1).</translation>
  </message>
  <message>
   <source>Ellipsoidal area in square metres; empty without a CRS.</source>
   <translation>Surface ellipsoïdale en mètres carrés ; vide sans SCR.</translation>
  </message>
  <message>
   <source>Ellipsoidal length of all rings in metres; empty without a CRS.</source>
   <translation>Longueur ellipsoïdale de tous les anneaux en mètres ; vide sans SCR.</translation>
  </message>
  <message>
   <source>Number of pixels of the grid the run worked on.</source>
   <translation>Nombre de pixels de la grille du traitement.</translation>
  </message>
  <message>
   <source>The point that found the object, in map units.</source>
   <translation>Le point qui a trouvé l'objet, en unités de carte.</translation>
  </message>
  <message>
   <source>Number of the tile that saw most of the object, from 0.</source>
   <translation>Numéro de la tuile qui a vu le plus de l'objet, à partir de 0.</translation>
  </message>
  <message>
   <source>Cut by the edge of the raster, the extent or the area of interest.</source>
   <translation>Coupé par le bord du raster, de l'emprise ou de la zone d'intérêt.</translation>
  </message>
  <message>
   <source>Segment what a layer points at (prompts)</source>
   <translation>Segmenter ce qu'une couche indique (invites)</translation>
  </message>
  <message>
   <source>Draws the outline of each object that points, boxes, lines or polygons show, with SAM 2.</source>
   <translation>Dessine avec SAM 2 le contour de chaque objet que montrent points, rectangles, lignes ou polygones.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Draws the outline of every object that a vector layer points at: detections, clicks, survey points, boxes, old sketches. SAM 2 does not search for objects here; it outlines those you show it, and every result keeps the attributes of what showed it. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;h3&gt;What prompts how&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Points&lt;/b&gt; lie on the object. A single point may mean part, object or group: SAM 2 proposes three outlines and the best is kept. Two points on the same object say more; so does a box.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Boxes and polygons&lt;/b&gt; say where the object is and how large. Set &lt;i&gt;Polygons are&lt;/i&gt; to &lt;i&gt;mask&lt;/i&gt; if their shape is nearly right already.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Lines&lt;/b&gt; run along or across the object; two to eight points on them are used.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Label field&lt;/b&gt;: 1 lies on the object, 0 beside it. &lt;b&gt;Group field&lt;/b&gt;: features with the same value show one object together, such as a box, a point on it and a point beside it.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;One feature for each object, in the order of the prompts, with all their attributes (of a group those of the first) and:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Where the prompts have a field of the same name, the new one ends in _2. Prompts outside the raster or on pixels without data are listed in the log and left out.&lt;/p&gt; &lt;p&gt;Objects may lie anywhere and be of any size: each is looked at where it is seen whole, large ones in a coarser image, and with the bundled model those in small boxes or polygons enlarged. The layer may have any CRS. Only selected features are used if you say so.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Dessine le contour de chaque objet qu'indique une couche vecteur : détections, clics, points de levé, rectangles, vieux croquis. SAM 2 ne cherche pas d'objets ici ; il cerne ceux qu'on lui montre, et chaque résultat garde les attributs de ce qui l'a montré. Il tourne sur cet ordinateur ; aucune image n'en sort.&lt;/p&gt; &lt;h3&gt;Ce qui indique, et comment&lt;/h3&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;Les points&lt;/b&gt; sont sur l'objet. Un seul point peut désigner partie, objet ou groupe : SAM 2 propose trois contours et le meilleur reste. Deux points sur le même objet en disent plus ; un rectangle aussi.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Rectangles et polygones&lt;/b&gt; disent où est l'objet et sa taille. Mettre &lt;i&gt;Les polygones sont&lt;/i&gt; sur &lt;i&gt;mask&lt;/i&gt; si leur forme est déjà presque juste.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Les lignes&lt;/b&gt; suivent ou traversent l'objet ; deux à huit de leurs points servent.&lt;/li&gt; &lt;li&gt;&lt;b&gt;Champ d'étiquette&lt;/b&gt; : 1 est sur l'objet, 0 à côté. &lt;b&gt;Champ de groupe&lt;/b&gt; : les entités de même valeur montrent ensemble un objet, comme un rectangle, un point dessus et un point à côté.&lt;/li&gt; &lt;/ul&gt; &lt;h3&gt;Le résultat&lt;/h3&gt; &lt;p&gt;Une entité par objet, dans l'ordre des invites, avec tous leurs attributs (d'un groupe ceux de la première) et :&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;p&gt;Où les invites ont un champ du même nom, le nouveau finit par _2. Les invites hors du raster ou sur des pixels vides sont nommées dans le journal et laissées de côté.&lt;/p&gt; &lt;p&gt;Les objets peuvent être partout et de toute taille : chacun est regardé où on le voit entier, les grands dans une image plus grossière, et avec le modèle fourni ceux des petits rectangles ou polygones agrandis. La couche peut être de tout SCR. Seules les entités sélectionnées servent si on le demande.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Which of the model's answers this is: 1 to 3 for a single point (part, object or group), which may mean any of them; 0 for all other prompts, to which the model gives one answer.</source>
   <translation>Laquelle des réponses du modèle c'est : 1 à 3 pour un seul point (partie, objet ou groupe), qui peut désigner chacun ; 0 pour toutes les autres invites, qui ont une seule réponse.</translation>
  </message>
  <message>
   <source>How many pixels of the raster one pixel of the outline is wide: 1 for most objects, 2, 4, ... for those too large to be seen at once otherwise.</source>
   <translation>La largeur d'un pixel du contour en pixels du raster : 1 pour la plupart des objets, 2, 4, ... pour ceux trop grands pour être vus d'un coup autrement.</translation>
  </message>
  <message>
   <source>Bring old polygons up to date (refine)</source>
   <translation>Mettre à jour d'anciens polygones</translation>
  </message>
  <message>
   <source>Draws old polygons again on a new image with SAM 2, and says what is the same, changed or gone.</source>
   <translation>Redessine avec SAM 2 d'anciens polygones sur une nouvelle image et dit ce qui est pareil, changé ou disparu.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Draws known objects again on a newer or better image: footprints, fields, crowns, ponds. Each old polygon tells SAM 2 where to look and what shape to expect; the outline follows the new image, and each object is classed as same, changed or gone. It runs on this computer; no image leaves it.&lt;/p&gt; &lt;p&gt;It does not find objects that are new: run &lt;i&gt;Segment everything&lt;/i&gt; for those. Old outlines that lie beside their objects by more than a third of their size are better moved first.&lt;/p&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;One feature for each polygon, in their order, with all their attributes and:&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;same&lt;/b&gt;: old and new outline share at least &lt;i&gt;Same from IoU&lt;/i&gt;.&lt;/li&gt; &lt;li&gt;&lt;b&gt;changed&lt;/b&gt;: they share less; look at &lt;b&gt;iou_old&lt;/b&gt; and &lt;b&gt;shift_m&lt;/b&gt; for how much.&lt;/li&gt; &lt;li&gt;&lt;b&gt;gone&lt;/b&gt;: they share hardly anything (&lt;i&gt;Gone below IoU&lt;/i&gt;), or the model does not believe in what it sees (&lt;i&gt;Gone below score&lt;/i&gt;). The feature keeps its &lt;b&gt;old&lt;/b&gt; geometry, for you to judge.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Where the polygons have a field of the same name, the new one ends in _2. Polygons outside the raster or on pixels without data are listed in the log and left out; of those across its edge the part inside is compared. The limits fit sharp images: look at a few results of each class and move them.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Redessine des objets connus sur une image plus récente ou meilleure : emprises, champs, houppiers, étangs. Chaque ancien polygone dit à SAM 2 où regarder et quelle forme attendre ; le contour suit la nouvelle image, et chaque objet est dit pareil, changé ou disparu. Il tourne sur cet ordinateur ; aucune image n'en sort.&lt;/p&gt; &lt;p&gt;Il ne trouve pas les objets nouveaux : pour eux, &lt;i&gt;Tout segmenter&lt;/i&gt;. Les anciens contours décalés de plus d'un tiers de leur taille sont à déplacer d'abord.&lt;/p&gt; &lt;h3&gt;Le résultat&lt;/h3&gt; &lt;p&gt;Une entité par polygone, dans leur ordre, avec tous leurs attributs et :&lt;/p&gt; &lt;ul&gt;{fields}&lt;/ul&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;same&lt;/b&gt; (pareil) : l'ancien et le nouveau contour partagent au moins &lt;i&gt;Pareil à partir de l'IoU&lt;/i&gt;.&lt;/li&gt; &lt;li&gt;&lt;b&gt;changed&lt;/b&gt; (changé) : ils partagent moins ; &lt;b&gt;iou_old&lt;/b&gt; et &lt;b&gt;shift_m&lt;/b&gt; disent combien.&lt;/li&gt; &lt;li&gt;&lt;b&gt;gone&lt;/b&gt; (disparu) : ils ne partagent presque rien (&lt;i&gt;Disparu sous l'IoU&lt;/i&gt;), ou le modèle ne croit pas à ce qu'il voit (&lt;i&gt;Disparu sous le score&lt;/i&gt;). L'entité garde son &lt;b&gt;ancienne&lt;/b&gt; géométrie, à juger.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Où les polygones ont un champ du même nom, le nouveau finit par _2. Les polygones hors du raster ou sur des pixels vides sont nommés dans le journal et laissés de côté ; de ceux à cheval sur son bord, la partie intérieure est comparée. Les limites conviennent aux images nettes : regarder quelques résultats de chaque classe et les déplacer.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>same, changed or gone, by the three limits of the run.</source>
   <translation>same, changed ou gone (pareil, changé, disparu), d'après les trois limites du traitement.</translation>
  </message>
  <message>
   <source>Area shared by old and new outline over the area of both (IoU, 0-1).</source>
   <translation>Surface commune à l'ancien et au nouveau contour sur la surface des deux (IoU, 0-1).</translation>
  </message>
  <message>
   <source>How far the centroid has moved, in metres on the ellipsoid; empty for what is gone and without a CRS.</source>
   <translation>De combien le centre a bougé, en mètres sur l'ellipsoïde ; vide pour ce qui est disparu et sans SCR.</translation>
  </message>
  <message>
   <source>Prepare a raster for clicks (encode)</source>
   <translation>Préparer un raster pour les clics (encode)</translation>
  </message>
  <message>
   <source>Lets SAM 2 look at a raster ahead, so that clicks on it are answered at once.</source>
   <translation>Fait regarder un raster à SAM 2 d'avance, pour que les clics y reçoivent une réponse immédiate.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Before SAM 2 can answer a click it has to look at the ground around it, which takes from a part of a second to twenty, by model and computer. This does the looking ahead, for a whole raster or an extent: afterwards every click on the map is answered at once, also after QGIS was closed.&lt;/p&gt; &lt;h3&gt;What it takes&lt;/h3&gt; &lt;p&gt;2 MB on the disk for each window of 512 x 512 pixels with the bundled model, 17 MB for each of 1024 x 1024 with Meta's. If that is more than there is room for, nothing is done, and the message says how much room would do. What was not used for longest makes room for what is new.&lt;/p&gt; &lt;p&gt;A run that is cancelled keeps what it has done, and a second run does only the rest. What is kept belongs to the raster as it is now, to its bands and stretch and to the model: choose the same ones when you click.&lt;/p&gt; &lt;h3&gt;The result&lt;/h3&gt; &lt;p&gt;There is no layer. COUNT is the number of windows, ALREADY_THERE how many of them were there before, SIZE_MB what all of them take.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Avant de répondre à un clic, SAM 2 doit regarder le terrain autour, ce qui prend d'une fraction de seconde à vingt secondes, selon le modèle et l'ordinateur. Ceci regarde d'avance, pour tout un raster ou une emprise : ensuite chaque clic sur la carte reçoit sa réponse aussitôt, même après la fermeture de QGIS.&lt;/p&gt; &lt;h3&gt;Ce que cela prend&lt;/h3&gt; &lt;p&gt;2 Mo sur le disque par fenêtre de 512 x 512 pixels avec le modèle fourni, 17 Mo par fenêtre de 1024 x 1024 avec ceux de Meta. Si c'est plus que la place permise, rien n'est fait, et le message dit quelle place suffirait. Ce qui n'a pas servi depuis le plus longtemps fait place au nouveau.&lt;/p&gt; &lt;p&gt;Un traitement annulé garde ce qu'il a fait, et un second ne fait que le reste. Ce qui est gardé appartient au raster tel qu'il est, à ses bandes, à son étirement et au modèle : choisir les mêmes au moment de cliquer.&lt;/p&gt; &lt;h3&gt;Le résultat&lt;/h3&gt; &lt;p&gt;Il n'y a pas de couche. COUNT est le nombre de fenêtres, ALREADY_THERE combien étaient déjà là, SIZE_MB ce que prennent toutes.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Number of windows</source>
   <translation>Nombre de fenêtres</translation>
  </message>
  <message>
   <source>Windows that were there before</source>
   <translation>Fenêtres déjà présentes</translation>
  </message>
  <message>
   <source>Size of all windows [MB]</source>
   <translation>Taille de toutes les fenêtres [Mo]</translation>
  </message>
  <message>
   <source>Export masks to NPZ</source>
   <translation>Exporter des masques vers NPZ</translation>
  </message>
  <message>
   <source>Formats</source>
   <translation>Formats</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as masks on a raster's pixels, for NumPy.</source>
   <translation>Écrit les polygones d'une couche comme masques sur les pixels d'un raster, pour NumPy.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes polygons of any origin as masks, for viewers, trackers and training code that read NumPy archives (&lt;i&gt;numpy.load&lt;/i&gt;, without pickles). &lt;i&gt;Import masks from NPZ&lt;/i&gt; brings them back to the same place; polygons along pixel edges come back exactly.&lt;/p&gt; &lt;p&gt;The file holds &lt;b&gt;masks&lt;/b&gt;, &lt;b&gt;centroids&lt;/b&gt; (x, y in pixels), &lt;b&gt;object_ids&lt;/b&gt;, &lt;b&gt;scores&lt;/b&gt; if asked for, and &lt;b&gt;metadata&lt;/b&gt;: JSON with transform and CRS.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;stack&lt;/b&gt;: a mask of the whole raster for every object. Large rasters and many objects make it enormous; above the size limit nothing is written, and the layouts that fit are named.&lt;/li&gt; &lt;li&gt;&lt;b&gt;labels&lt;/b&gt;: one array with the number of the object, or of its class, at every pixel.&lt;/li&gt; &lt;li&gt;&lt;b&gt;tiles&lt;/b&gt;: a stack for every tile that has objects.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;A pixel belongs to an object when its centre does.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit des polygones de toute origine comme masques, pour les visionneuses, les suivis et les programmes d'entraînement qui lisent les archives NumPy (&lt;i&gt;numpy.load&lt;/i&gt;, sans pickle). &lt;i&gt;Importer des masques depuis NPZ&lt;/i&gt; les ramène à la même place ; les polygones le long des pixels reviennent exactement.&lt;/p&gt; &lt;p&gt;Le fichier contient &lt;b&gt;masks&lt;/b&gt;, &lt;b&gt;centroids&lt;/b&gt; (x, y en pixels), &lt;b&gt;object_ids&lt;/b&gt;, &lt;b&gt;scores&lt;/b&gt; si on le demande, et &lt;b&gt;metadata&lt;/b&gt; : du JSON avec la transformation et le SCR.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;stack&lt;/b&gt; : un masque de tout le raster par objet. De grands rasters et beaucoup d'objets le rendent énorme ; au-dessus de la limite de taille rien n'est écrit, et les dispositions qui conviennent sont nommées.&lt;/li&gt; &lt;li&gt;&lt;b&gt;labels&lt;/b&gt; : un tableau avec le numéro de l'objet, ou de sa classe, à chaque pixel.&lt;/li&gt; &lt;li&gt;&lt;b&gt;tiles&lt;/b&gt; : une pile pour chaque tuile qui a des objets.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Un pixel appartient à un objet quand son centre y est.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import masks from NPZ</source>
   <translation>Importer des masques depuis NPZ</translation>
  </message>
  <message>
   <source>Draws the masks of a NumPy archive as polygons, where they belong.</source>
   <translation>Dessine les masques d'une archive NumPy comme polygones, à leur place.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads an array named &lt;b&gt;masks&lt;/b&gt;: N masks of 0 and 1 (N, height, width), or one array of labels (height, width), and draws a polygon along the pixel edges of each. &lt;b&gt;object_ids&lt;/b&gt; and &lt;b&gt;scores&lt;/b&gt; become attributes.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export masks to NPZ&lt;/i&gt; know their place. For others give the raster the masks were made from; without it they come in pixels.&lt;/p&gt; &lt;p&gt;Files with pickled Python objects are refused: reading them would run a program.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Lit un tableau nommé &lt;b&gt;masks&lt;/b&gt; : N masques de 0 et 1 (N, hauteur, largeur), ou un tableau d'étiquettes (hauteur, largeur), et dessine de chacun un polygone le long des pixels. &lt;b&gt;object_ids&lt;/b&gt; et &lt;b&gt;scores&lt;/b&gt; deviennent des attributs.&lt;/p&gt; &lt;p&gt;Les fichiers écrits par &lt;i&gt;Exporter des masques vers NPZ&lt;/i&gt; savent où ils sont. Pour les autres, donner le raster dont les masques sont tirés ; sans lui ils viennent en pixels.&lt;/p&gt; &lt;p&gt;Les fichiers qui contiennent des objets Python en pickle sont refusés : les lire exécuterait un programme.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export to COCO</source>
   <translation>Exporter vers COCO</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as COCO or SA-Co annotations.</source>
   <translation>Écrit les polygones d'une couche comme annotations COCO ou SA-Co.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes polygons of any origin as annotations, for training and evaluation with tools that read COCO (pycocotools, Detectron2, MMDetection, ...) or SAM 3's SA-Co.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;instances&lt;/b&gt;: one image, or one for each tile, with annotations and the categories of a field.&lt;/li&gt; &lt;li&gt;&lt;b&gt;results&lt;/b&gt;: the list with scores that COCO's evaluation compares with instances.&lt;/li&gt; &lt;li&gt;&lt;b&gt;saco&lt;/b&gt;: every class is asked of every image as a phrase; images without an object of a class stay in the file as negatives.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;With &lt;i&gt;Cut into tiles&lt;/i&gt; the pixels of every tile are written beside the file, so that file and tiles together are a data set.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit des polygones de toute origine comme annotations, pour l'entraînement et l'évaluation avec des outils qui lisent COCO (pycocotools, Detectron2, MMDetection, ...) ou SA-Co de SAM 3.&lt;/p&gt; &lt;ul&gt; &lt;li&gt;&lt;b&gt;instances&lt;/b&gt; : une image, ou une par tuile, avec les annotations et les catégories d'un champ.&lt;/li&gt; &lt;li&gt;&lt;b&gt;results&lt;/b&gt; : la liste avec scores que l'évaluation de COCO compare aux instances.&lt;/li&gt; &lt;li&gt;&lt;b&gt;saco&lt;/b&gt; : chaque classe est demandée à chaque image comme groupe de mots ; les images sans objet d'une classe restent dans le fichier comme contre-exemples.&lt;/li&gt; &lt;/ul&gt; &lt;p&gt;Avec &lt;i&gt;Découper en tuiles&lt;/i&gt;, les pixels de chaque tuile sont écrits à côté du fichier : fichier et tuiles forment ensemble un jeu de données.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import from COCO</source>
   <translation>Importer depuis COCO</translation>
  </message>
  <message>
   <source>Draws the annotations of a COCO or SA-Co file as polygons, where they belong.</source>
   <translation>Dessine les annotations d'un fichier COCO ou SA-Co comme polygones, à leur place.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads instances, lists of results and SA-Co. Run lengths become polygons along pixel edges; polygons stay as they are; an annotation that has only a box becomes a rectangle.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export to COCO&lt;/i&gt; know where their images lie. For others give the raster the image was made from; without it the objects come in pixels.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Lit les instances, les listes de résultats et SA-Co. Les plages deviennent des polygones le long des pixels ; les polygones restent tels quels ; une annotation qui n'a qu'un rectangle devient un rectangle.&lt;/p&gt; &lt;p&gt;Les fichiers écrits par &lt;i&gt;Exporter vers COCO&lt;/i&gt; savent où sont leurs images. Pour les autres, donner le raster dont l'image est tirée ; sans lui les objets viennent en pixels.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export flat masks to Parquet</source>
   <translation>Exporter des masques plats vers Parquet</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as a table of masks, for pandas, Arrow and DuckDB.</source>
   <translation>Écrit les polygones d'une couche comme table de masques, pour pandas, Arrow et DuckDB.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a Parquet table with a row for every object, for pipelines that pass masks as flat arrays: &lt;b&gt;mask&lt;/b&gt; (a list of 0 and 1, row after row of the raster's pixels), &lt;b&gt;width&lt;/b&gt;, &lt;b&gt;height&lt;/b&gt;, &lt;b&gt;object_id&lt;/b&gt; and, if asked for, &lt;b&gt;score&lt;/b&gt;. In Python: &lt;i&gt;numpy.reshape(row.mask, (row.height, row.width))&lt;/i&gt;.&lt;/p&gt; &lt;p&gt;The file knows its place: &lt;i&gt;Import flat masks from Parquet&lt;/i&gt; brings the objects back to it.&lt;/p&gt; &lt;p&gt;Every mask is as large as the raster; for large rasters choose COCO, or NPZ with the layout labels or tiles. Parquet needs the package pyarrow in the Python that runs SAM 2.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit une table Parquet avec une ligne par objet, pour les chaînes de traitement qui passent les masques à plat : &lt;b&gt;mask&lt;/b&gt; (une liste de 0 et 1, ligne après ligne des pixels du raster), &lt;b&gt;width&lt;/b&gt;, &lt;b&gt;height&lt;/b&gt;, &lt;b&gt;object_id&lt;/b&gt; et, si on le demande, &lt;b&gt;score&lt;/b&gt;. En Python : &lt;i&gt;numpy.reshape(row.mask, (row.height, row.width))&lt;/i&gt;.&lt;/p&gt; &lt;p&gt;Le fichier sait où il est : &lt;i&gt;Importer des masques plats depuis Parquet&lt;/i&gt; y ramène les objets.&lt;/p&gt; &lt;p&gt;Chaque masque est aussi grand que le raster ; pour les grands rasters, choisir COCO, ou NPZ avec la disposition labels ou tiles. Parquet demande le paquet pyarrow dans le Python qui fait tourner SAM 2.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Import flat masks from Parquet</source>
   <translation>Importer des masques plats depuis Parquet</translation>
  </message>
  <message>
   <source>Draws the masks of a Parquet table as polygons, where they belong.</source>
   <translation>Dessine les masques d'une table Parquet comme polygones, à leur place.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Reads a table with the columns &lt;b&gt;mask&lt;/b&gt; (a list of 0 and 1, row after row of pixels), &lt;b&gt;width&lt;/b&gt; and &lt;b&gt;height&lt;/b&gt;, and draws a polygon along the pixel edges of each. &lt;b&gt;object_id&lt;/b&gt; and &lt;b&gt;score&lt;/b&gt; become attributes.&lt;/p&gt; &lt;p&gt;Files written by &lt;i&gt;Export flat masks to Parquet&lt;/i&gt; know their place. For others give the raster the masks were made from; without it they come in pixels.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Lit une table avec les colonnes &lt;b&gt;mask&lt;/b&gt; (une liste de 0 et 1, ligne de pixels après ligne), &lt;b&gt;width&lt;/b&gt; et &lt;b&gt;height&lt;/b&gt;, et dessine de chaque masque un polygone le long des pixels. &lt;b&gt;object_id&lt;/b&gt; et &lt;b&gt;score&lt;/b&gt; deviennent des attributs.&lt;/p&gt; &lt;p&gt;Les fichiers écrits par &lt;i&gt;Exporter des masques plats vers Parquet&lt;/i&gt; savent où ils sont. Pour les autres, donner le raster dont les masques sont tirés ; sans lui ils viennent en pixels.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Export to mask raster</source>
   <translation>Exporter en raster de masques</translation>
  </message>
  <message>
   <source>Writes the polygons of a layer as a GeoTIFF of object or class numbers.</source>
   <translation>Écrit les polygones d'une couche en GeoTIFF de numéros d'objets ou de classes.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a GeoTIFF on the pixels of a reference raster whose values are the numbers of objects or of their classes, 0 where there is nothing. It is tiled, compressed, has overviews, and is as narrow as the numbers allow (8, 16 or 32 bit).&lt;/p&gt; &lt;p&gt;Where objects overlap, the smaller one, the larger one or the one with the higher score shows. The names of numbered classes stand in the band's metadata.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit sur les pixels d'un raster de référence un GeoTIFF dont les valeurs sont les numéros des objets ou de leurs classes, 0 où il n'y a rien. Il est tuilé, compressé, avec des aperçus, et aussi étroit que les numéros le permettent (8, 16 ou 32 bits).&lt;/p&gt; &lt;p&gt;Où des objets se recouvrent, on voit le plus petit, le plus grand ou celui du plus haut score. Les noms des classes numérotées sont dans les métadonnées de la bande.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Evaluate objects against a reference</source>
   <translation>Évaluer des objets par une référence</translation>
  </message>
  <message>
   <source>Evaluation</source>
   <translation>Évaluation</translation>
  </message>
  <message>
   <source>Says how many objects were found, how well they fit, and which were missed, split or merged.</source>
   <translation>Dit combien d'objets ont été trouvés, s'ils sont justes, et lesquels manquent, sont divisés ou fusionnés.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Matches the objects of two layers one to one so that as many pairs as possible overlap by an IoU of 0.5, and counts. The layers may be in different CRSs.&lt;/p&gt; &lt;p&gt;&lt;b&gt;Objects by outcome&lt;/b&gt; holds both layers' objects: matched, missed (nothing answers for it), false (it answers for nothing), split (one object found in pieces) or merged (several run together).&lt;/p&gt; &lt;p&gt;The &lt;b&gt;report&lt;/b&gt; is a web page of its own with a picture, a histogram and all numbers: precision, recall and F1 at several IoUs, COCO's average precision, panoptic quality, and how far the outlines of matched objects lie apart in metres.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Met les objets de deux couches en correspondance un à un, de sorte que le plus de paires possible se recouvrent avec un IoU de 0,5, et compte. Les couches peuvent être de SCR différents.&lt;/p&gt; &lt;p&gt;&lt;b&gt;Objets par issue&lt;/b&gt; contient les objets des deux couches : trouvé, manqué (rien n'y répond), faux (il ne répond à rien), divisé (un objet trouvé en morceaux) ou fusionné (plusieurs en un).&lt;/p&gt; &lt;p&gt;Le &lt;b&gt;rapport&lt;/b&gt; est une page web à part avec une image, un histogramme et tous les nombres : précision, rappel et F1 à plusieurs IoU, la précision moyenne de COCO, la qualité panoptique, et à combien de mètres les contours des objets trouvés sont l'un de l'autre.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Precision at IoU 0.5</source>
   <translation>Précision à un IoU de 0,5</translation>
  </message>
  <message>
   <source>Recall at IoU 0.5</source>
   <translation>Rappel à un IoU de 0,5</translation>
  </message>
  <message>
   <source>F1 at IoU 0.5</source>
   <translation>F1 à un IoU de 0,5</translation>
  </message>
  <message>
   <source>Average precision (COCO)</source>
   <translation>Précision moyenne (AP de COCO)</translation>
  </message>
  <message>
   <source>Panoptic quality</source>
   <translation>Qualité panoptique</translation>
  </message>
  <message>
   <source>Mean IoU of matches</source>
   <translation>IoU moyen des correspondances</translation>
  </message>
  <message>
   <source>Overlapping objects</source>
   <translation>Objets qui se recouvrent</translation>
  </message>
  <message>
   <source>Objects</source>
   <translation>Objets</translation>
  </message>
  <message>
   <source>Lists the pairs of objects that overlap, with the shared area and its shares.</source>
   <translation>Liste les paires d'objets qui se recouvrent, avec la surface commune et ses parts.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Finds every pair of objects that share area, nested ones too, and draws the shared area with the numbers of both objects, its size in square metres, its share of each, and the IoU.&lt;/p&gt; &lt;p&gt;A share of 1 says that an object lies inside the other; two shares near 1, that they are duplicates.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Trouve chaque paire d'objets qui partagent de la surface, emboîtés aussi, et dessine la surface commune avec les numéros des deux objets, sa taille en mètres carrés, sa part de chacun et l'IoU.&lt;/p&gt; &lt;p&gt;Une part de 1 dit qu'un objet est dans l'autre ; deux parts proches de 1, que ce sont des doubles.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Object statistics</source>
   <translation>Statistiques des objets</translation>
  </message>
  <message>
   <source>Adds what the pixels under every object say: mean, range and spread of every band.</source>
   <translation>Ajoute ce que disent les pixels sous chaque objet : moyenne, étendue et dispersion de chaque bande.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Keeps the objects with all their attributes and adds &lt;b&gt;covered&lt;/b&gt; (share of the object's pixels that hold data), &lt;b&gt;centre_x&lt;/b&gt; and &lt;b&gt;centre_y&lt;/b&gt; (its centroid), and &lt;b&gt;b1_mean&lt;/b&gt;, &lt;b&gt;b1_min&lt;/b&gt;, &lt;b&gt;b1_max&lt;/b&gt;, &lt;b&gt;b1_std&lt;/b&gt; and so on for every band of the raster.&lt;/p&gt; &lt;p&gt;A pixel belongs to an object when its centre does; pixels without data do not count.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Garde les objets avec tous leurs attributs et ajoute &lt;b&gt;covered&lt;/b&gt; (part des pixels de l'objet qui ont des données), &lt;b&gt;centre_x&lt;/b&gt; et &lt;b&gt;centre_y&lt;/b&gt; (son centre), et &lt;b&gt;b1_mean&lt;/b&gt;, &lt;b&gt;b1_min&lt;/b&gt;, &lt;b&gt;b1_max&lt;/b&gt;, &lt;b&gt;b1_std&lt;/b&gt; et ainsi de suite pour chaque bande du raster.&lt;/p&gt; &lt;p&gt;Un pixel appartient à un objet quand son centre y est ; les pixels vides ne comptent pas.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Extract objects from a raster</source>
   <translation>Extraire des objets d'un raster</translation>
  </message>
  <message>
   <source>Cuts a raster to every object: a GeoTIFF each, transparent outside, or one for all.</source>
   <translation>Découpe un raster selon chaque objet : un GeoTIFF chacun, transparent autour, ou un pour tous.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Writes a GeoTIFF for every object: the raster's own values and bands, georeferenced, with a mask that hides what is not the object. The files are named by a field or numbered. With the layout &lt;b&gt;atlas&lt;/b&gt; all objects stand side by side in one picture instead.&lt;/p&gt; &lt;p&gt;The &lt;b&gt;index&lt;/b&gt; is a layer of the objects with &lt;b&gt;name&lt;/b&gt;, &lt;b&gt;file&lt;/b&gt; and the picture's place in it: &lt;b&gt;x&lt;/b&gt;, &lt;b&gt;y&lt;/b&gt;, &lt;b&gt;width&lt;/b&gt; and &lt;b&gt;height&lt;/b&gt; in pixels from the top left.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Écrit un GeoTIFF par objet : les valeurs et bandes mêmes du raster, géoréférencées, avec un masque qui cache ce qui n'est pas l'objet. Les fichiers sont nommés d'après un champ ou numérotés. Avec la disposition &lt;b&gt;atlas&lt;/b&gt;, tous les objets sont côte à côte dans une seule image.&lt;/p&gt; &lt;p&gt;L'&lt;b&gt;index&lt;/b&gt; est une couche des objets avec &lt;b&gt;name&lt;/b&gt;, &lt;b&gt;file&lt;/b&gt; et la place de l'image dans ce fichier : &lt;b&gt;x&lt;/b&gt;, &lt;b&gt;y&lt;/b&gt;, &lt;b&gt;width&lt;/b&gt; et &lt;b&gt;height&lt;/b&gt; en pixels depuis le coin en haut à gauche.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Remove objects from a raster</source>
   <translation>Effacer des objets d'un raster</translation>
  </message>
  <message>
   <source>Fills objects from what is around them, as if they were not there.</source>
   <translation>Remplit des objets d'après ce qui les entoure, comme s'ils n'y étaient pas.</translation>
  </message>
  <message>
   <source>&lt;p&gt;Copies a raster and fills every object from around it (inpainting): cars on a road, boats on a lake. Values stay in the raster's own type and within the range of what is around; pixels outside the objects and their margin are not touched.&lt;/p&gt; &lt;p&gt;It looks right for objects that are small beside their surroundings. What was under them is not known to anybody: do not measure there.&lt;/p&gt;</source>
   <translation>&lt;p&gt;Copie un raster et remplit chaque objet d'après ce qui l'entoure (inpainting) : des voitures sur une route, des bateaux sur un lac. Les valeurs restent du type du raster et dans l'étendue de ce qui est autour ; les pixels hors des objets et de leur marge ne sont pas touchés.&lt;/p&gt; &lt;p&gt;Le résultat paraît juste pour des objets petits par rapport à ce qui les entoure. Ce qui était dessous, personne ne le sait : ne pas y mesurer.&lt;/p&gt;</translation>
  </message>
  <message>
   <source>Raster</source>
   <translation>Raster</translation>
  </message>
  <message>
   <source>The raster to segment: any file GDAL opens.</source>
   <translation>Le raster à segmenter : tout fichier que GDAL ouvre.</translation>
  </message>
  <message>
   <source>Bands</source>
   <translation>Bandes</translation>
  </message>
  <message>
   <source>One band (shown to the model as grey) or three (as red, green, blue). Left empty: the bands tagged red, green and blue, else bands 1, 2, 3, else band 1. False colour such as near infrared, red, green often separates vegetation better.</source>
   <translation>Une bande (montrée en gris au modèle) ou trois (rouge, vert, bleu). Vide : les bandes marquées rouge, vert et bleu, sinon 1, 2, 3, sinon la bande 1. Les fausses couleurs, comme proche infrarouge, rouge, vert, séparent souvent mieux la végétation.</translation>
  </message>
  <message>
   <source>Extent</source>
   <translation>Emprise</translation>
  </message>
  <message>
   <source>Only this part of the raster is segmented, and the stretch is computed from it. Any CRS. Objects cut by its edge are marked in touches_edge.</source>
   <translation>Seule cette partie du raster est segmentée, et l'étirement en est calculé. SCR quelconque. Les objets coupés par son bord sont marqués dans touches_edge.</translation>
  </message>
  <message>
   <source>Area of interest</source>
   <translation>Zone d'intérêt</translation>
  </message>
  <message>
   <source>A polygon layer, in any CRS. Objects are cut to its polygons; tiles outside it are skipped.</source>
   <translation>Une couche de polygones, de SCR quelconque. Les objets sont coupés à ses polygones ; les tuiles hors d'eux sont sautées.</translation>
  </message>
  <message>
   <source>Resolution</source>
   <translation>Résolution</translation>
  </message>
  <message>
   <source>Work on a coarser grid with this pixel size. The model sees more ground at once and finds larger objects, such as whole fields or lakes, faster. 0 = the raster's own resolution.</source>
   <translation>Travailler sur une grille plus grossière avec cette taille de pixel. Le modèle voit plus de terrain à la fois et trouve plus vite des objets plus grands, comme des champs entiers ou des lacs. 0 = la résolution du raster.</translation>
  </message>
  <message>
   <source>raster units per pixel</source>
   <translation>unités du raster par pixel</translation>
  </message>
  <message>
   <source>Stretch to 8 bit</source>
   <translation>Étirement en 8 bits</translation>
  </message>
  <message>
   <source>How values become the 0-255 the model reads; one stretch for the whole raster or extent, nodata excluded. auto: none for 8-bit rasters, percentile for all others. percentile: between the two percentages below. minmax: the full range. stddev: mean plus or minus two standard deviations. none: 8-bit values as they are. values: between the values given below.</source>
   <translation>Comment les valeurs deviennent les 0 à 255 que lit le modèle ; un seul étirement pour tout le raster ou l'emprise, sans les pixels vides. auto : none pour les rasters 8 bits, percentile pour les autres. percentile : entre les deux pourcentages ci-dessous. minmax : toute l'étendue. stddev : moyenne plus ou moins deux écarts types. none : les valeurs 8 bits telles quelles. values : entre les valeurs données ci-dessous.</translation>
  </message>
  <message>
   <source>Stretch from</source>
   <translation>Étirer depuis</translation>
  </message>
  <message>
   <source>Values below this percentile become black (percentile stretch). Raise it if haze hides contrast.</source>
   <translation>Les valeurs sous ce centile deviennent noires (étirement percentile). À augmenter si la brume cache le contraste.</translation>
  </message>
  <message>
   <source>%</source>
   <translation>%</translation>
  </message>
  <message>
   <source>Stretch to</source>
   <translation>Étirer jusqu'à</translation>
  </message>
  <message>
   <source>Values above this percentile become white (percentile stretch). Lower it if a few bright roofs or clouds leave the rest dark.</source>
   <translation>Les valeurs au-dessus de ce centile deviennent blanches (étirement percentile). À baisser si quelques toits clairs ou nuages laissent le reste sombre.</translation>
  </message>
  <message>
   <source>Stretch values</source>
   <translation>Valeurs de l'étirement</translation>
  </message>
  <message>
   <source>For STRETCH values: what becomes black and white, as low:high for each band in its order, or once for all, such as 0:3000, 0:3000, 0:2500. Rasters of one series look alike with the same values.</source>
   <translation>Pour STRETCH values : ce qui devient noir et blanc, bas:haut pour chaque bande dans son ordre, ou une fois pour toutes, comme 0:3000, 0:3000, 0:2500. Avec les mêmes valeurs, les rasters d'une série se ressemblent.</translation>
  </message>
  <message>
   <source>Model</source>
   <translation>Modèle</translation>
  </message>
  <message>
   <source>pico comes with the plugin and needs no download; its outlines are rough. Meta's SAM 2.1 models are larger and more accurate; the options of SAM 2 Toolbox or scripts/models.py download them.</source>
   <translation>pico vient avec l'extension, sans téléchargement ; ses contours sont grossiers. Les modèles SAM 2.1 de Meta sont plus grands et plus précis ; on les télécharge dans les options de SAM 2 Toolbox ou par scripts/models.py.</translation>
  </message>
  <message>
   <source>Own checkpoint</source>
   <translation>Fichier de poids personnel</translation>
  </message>
  <message>
   <source>A SAM 2 checkpoint file (.pt) to use instead of the model chosen above.</source>
   <translation>Un fichier de poids SAM 2 (.pt) à utiliser au lieu du modèle choisi ci-dessus.</translation>
  </message>
  <message>
   <source>SAM 2 checkpoints (*.pt *.pth)</source>
   <translation>Fichiers de poids SAM 2 (*.pt *.pth)</translation>
  </message>
  <message>
   <source>Own config</source>
   <translation>Configuration personnelle</translation>
  </message>
  <message>
   <source>The YAML that describes the own checkpoint. Left empty: the one of Meta's configs, or the bundled model's, that fits the checkpoint.</source>
   <translation>Le YAML qui décrit ces poids. Vide : celle des configurations de Meta, ou du modèle fourni, qui leur convient.</translation>
  </message>
  <message>
   <source>SAM 2 configs (*.yaml *.yml)</source>
   <translation>Configurations SAM 2 (*.yaml *.yml)</translation>
  </message>
  <message>
   <source>Device</source>
   <translation>Appareil</translation>
  </message>
  <message>
   <source>auto takes what the options of SAM 2 Toolbox say; where they say auto too, an NVIDIA GPU (cuda) if there is one, else Apple's (mps), else the processor (cpu).</source>
   <translation>auto prend ce que disent les options de SAM 2 Toolbox ; si elles disent auto aussi, un GPU NVIDIA (cuda) s'il y en a un, sinon celui d'Apple (mps), sinon le processeur (cpu).</translation>
  </message>
  <message>
   <source>Precision</source>
   <translation>Précision de calcul</translation>
  </message>
  <message>
   <source>float32 is the reference. bfloat16 runs the image encoder in half precision: faster on GPUs and on processors that have it, and a few masks change.</source>
   <translation>float32 est la référence. bfloat16 calcule l'encodeur d'image en demi-précision : plus rapide sur les GPU et les processeurs qui l'ont, et quelques masques changent.</translation>
  </message>
  <message>
   <source>Processor threads</source>
   <translation>Fils du processeur</translation>
  </message>
  <message>
   <source>How many cores the model may use where it runs on the processor. 0 = as the options of SAM 2 Toolbox say; where they say 0 too, all. Changes speed, not the result.</source>
   <translation>Combien de cœurs le modèle peut utiliser sur le processeur. 0 = comme dans les options de SAM 2 Toolbox ; si elles disent 0 aussi, tous. Change la vitesse, pas le résultat.</translation>
  </message>
  <message>
   <source>Points per side</source>
   <translation>Points par côté</translation>
  </message>
  <message>
   <source>A grid of this many by this many points is put on every tile; each point proposes masks. More points find smaller objects; time grows with the square.</source>
   <translation>Une grille d'autant sur autant de points est posée sur chaque tuile ; chaque point propose des masques. Plus de points trouvent des objets plus petits ; le temps croît au carré.</translation>
  </message>
  <message>
   <source>Points per batch</source>
   <translation>Points par lot</translation>
  </message>
  <message>
   <source>How many points the model answers at once. Changes speed and memory, not the result. It is halved by itself when a GPU runs out of memory.</source>
   <translation>À combien de points le modèle répond à la fois. Change la vitesse et la mémoire, pas le résultat. Divisé par deux de lui-même quand la mémoire d'un GPU ne suffit pas.</translation>
  </message>
  <message>
   <source>Predicted IoU at least</source>
   <translation>IoU prédit au moins</translation>
  </message>
  <message>
   <source>Keep a mask only if the model expects it to overlap the true object by this much (0-1). Lower it to get more objects and more mistakes. Left as it is, 0.4 with the model pico.</source>
   <translation>Garder un masque seulement si le modèle s'attend à ce qu'il recouvre autant le vrai objet (0-1). Plus bas : plus d'objets et plus d'erreurs. Sans changement, 0,4 avec le modèle pico.</translation>
  </message>
  <message>
   <source>Stability at least</source>
   <translation>Stabilité au moins</translation>
  </message>
  <message>
   <source>Keep a mask only if it hardly changes when the cut-off of its logits moves by the offset below (0-1). Lower it for soft outlines such as crowns.</source>
   <translation>Garder un masque seulement s'il change à peine quand le seuil de ses logits bouge de l'écart ci-dessous (0-1). À baisser pour des contours mous comme les houppiers.</translation>
  </message>
  <message>
   <source>Stability offset</source>
   <translation>Écart de stabilité</translation>
  </message>
  <message>
   <source>How far the cut-off is moved, up and down, to measure stability.</source>
   <translation>De combien le seuil est déplacé, vers le haut et vers le bas, pour mesurer la stabilité.</translation>
  </message>
  <message>
   <source>logits</source>
   <translation>logits</translation>
  </message>
  <message>
   <source>Mask threshold</source>
   <translation>Seuil du masque</translation>
  </message>
  <message>
   <source>Pixels with logits above this belong to the mask. Higher gives tighter masks.</source>
   <translation>Les pixels dont les logits le dépassent font partie du masque. Plus haut, les masques sont plus serrés.</translation>
  </message>
  <message>
   <source>Duplicate boxes from</source>
   <translation>Rectangles doubles à partir de</translation>
  </message>
  <message>
   <source>Two masks whose boxes overlap by more than this (IoU) are one object; the better is kept. Left as it is, 0.5 with the model pico.</source>
   <translation>Deux masques dont les rectangles se recouvrent davantage (IoU) sont un seul objet ; le meilleur reste. Sans changement, 0,5 avec le modèle pico.</translation>
  </message>
  <message>
   <source>Crop layers</source>
   <translation>Niveaux de découpe</translation>
  </message>
  <message>
   <source>Run again on 2 x 2, 4 x 4, ... enlarged crops of every tile to find small objects. Each layer costs about four times the one before.</source>
   <translation>Recommencer sur 2 x 2, 4 x 4, ... découpes agrandies de chaque tuile pour trouver de petits objets. Chaque niveau coûte environ quatre fois le précédent.</translation>
  </message>
  <message>
   <source>Duplicate boxes between crops from</source>
   <translation>Rectangles doubles entre découpes à partir de</translation>
  </message>
  <message>
   <source>As above, between masks of different crops; the mask of the smaller crop is kept.</source>
   <translation>Comme ci-dessus, entre masques de découpes différentes ; celui de la plus petite découpe reste.</translation>
  </message>
  <message>
   <source>Crop overlap</source>
   <translation>Recouvrement des découpes</translation>
  </message>
  <message>
   <source>Overlap of neighbouring crops as a share of the tile, in the first crop layer; halved in each further one.</source>
   <translation>Recouvrement des découpes voisines en part de la tuile, au premier niveau ; divisé par deux à chaque niveau suivant.</translation>
  </message>
  <message>
   <source>Fewer points in crops</source>
   <translation>Moins de points dans les découpes</translation>
  </message>
  <message>
   <source>In crop layer n the points per side are divided by this number to the power n.</source>
   <translation>Au niveau de découpe n, les points par côté sont divisés par ce nombre à la puissance n.</translation>
  </message>
  <message>
   <source>Remove regions below</source>
   <translation>Ôter les régions sous</translation>
  </message>
  <message>
   <source>Holes and separate islands of a mask smaller than this are removed. 0 = none.</source>
   <translation>Les trous et les îlots d'un masque plus petits que cela sont ôtés. 0 = aucun.</translation>
  </message>
  <message>
   <source>pixels</source>
   <translation>pixels</translation>
  </message>
  <message>
   <source>Refine masks once more</source>
   <translation>Affiner les masques encore une fois</translation>
  </message>
  <message>
   <source>Feed each mask back to the model for one more step. Slower, sometimes cleaner outlines.</source>
   <translation>Rendre chaque masque au modèle pour un pas de plus. Plus lent, contours parfois plus nets.</translation>
  </message>
  <message>
   <source>Three masks per point</source>
   <translation>Trois masques par point</translation>
  </message>
  <message>
   <source>Each point proposes part, object and group. Off: one mask per point, with fewer nested objects.</source>
   <translation>Chaque point propose partie, objet et groupe. Désactivé : un masque par point, avec moins d'objets emboîtés.</translation>
  </message>
  <message>
   <source>Skip points in found objects</source>
   <translation>Sauter les points des objets trouvés</translation>
  </message>
  <message>
   <source>Points that lie in an object found already are not asked. Faster where objects are large; loses objects inside other objects.</source>
   <translation>Les points qui sont dans un objet déjà trouvé ne sont pas demandés. Plus rapide où les objets sont grands ; perd les objets dans d'autres objets.</translation>
  </message>
  <message>
   <source>Outline</source>
   <translation>Contour</translation>
  </message>
  <message>
   <source>pixel: exactly along pixel edges; the polygon's area is the pixels' area. smooth: sub-pixel lines from the model's own certainty, with fewer vertices. rectilinear: right angles on the ground, for buildings; an object they fit badly (IoU with the mask below 0.85, or a point farther off than 4 pixels and 12 % of the object's width) keeps its pixel outline, simplified.</source>
   <translation>pixel : exactement le long des pixels ; la surface du polygone est celle des pixels. smooth : lignes plus fines que le pixel d'après la certitude du modèle, avec moins de sommets. rectilinear : angles droits au sol, pour les bâtiments ; un objet auquel ils vont mal (IoU avec le masque sous 0,85, ou un point éloigné de plus de 4 pixels et 12 % de la largeur) garde son contour de pixels, simplifié.</translation>
  </message>
  <message>
   <source>Simplify</source>
   <translation>Simplifier</translation>
  </message>
  <message>
   <source>Leave out vertices that move the outline by at most this. 0 = keep all. With rectilinear outlines: straighten edges shorter than this. 0 = 3 pixels.</source>
   <translation>Laisser de côté les sommets qui déplacent le contour d'au plus cela. 0 = tout garder. Avec des contours à angles droits : redresser les côtés plus courts. 0 = 3 pixels.</translation>
  </message>
  <message>
   <source>Smallest object</source>
   <translation>Plus petit objet</translation>
  </message>
  <message>
   <source>Leave out objects below this area. 0 = no limit.</source>
   <translation>Laisser de côté les objets sous cette surface. 0 = pas de limite.</translation>
  </message>
  <message>
   <source>m²</source>
   <translation>m²</translation>
  </message>
  <message>
   <source>Largest object</source>
   <translation>Plus grand objet</translation>
  </message>
  <message>
   <source>Leave out objects above this area. 0 = no limit.</source>
   <translation>Laisser de côté les objets au-dessus de cette surface. 0 = pas de limite.</translation>
  </message>
  <message>
   <source>Tile size</source>
   <translation>Taille des tuiles</translation>
  </message>
  <message>
   <source>Side of the square the model sees at once. 0 = the model's own input size, so that nothing is resampled. Smaller tiles are enlarged for the model and find smaller objects, at more time.</source>
   <translation>Côté du carré que le modèle voit à la fois. 0 = la taille d'entrée du modèle, sans rééchantillonnage. Des tuiles plus petites sont agrandies pour le modèle : il trouve des objets plus petits, en plus de temps.</translation>
  </message>
  <message>
   <source>Overlap</source>
   <translation>Recouvrement</translation>
  </message>
  <message>
   <source>How far neighbouring tiles overlap. Objects are joined across tiles in the overlap; make it at least as wide as a usual object where time allows. At most half the tile size.</source>
   <translation>De combien les tuiles voisines se recouvrent. Les objets y sont joints d'une tuile à l'autre ; qu'il soit au moins aussi large qu'un objet courant si le temps le permet. Au plus la moitié d'une tuile.</translation>
  </message>
  <message>
   <source>Dask scheduler</source>
   <translation>Ordonnanceur Dask</translation>
  </message>
  <message>
   <source>Segment the tiles on a Dask cluster: the address of its scheduler, such as tls://cluster.example.org:8786. The raster must be readable under the same path on every worker. Left empty: on this computer. The result is the same. See docs/scale.md.</source>
   <translation>Segmenter les tuiles sur une grappe Dask : l'adresse de son ordonnanceur, telle que tls://cluster.example.org:8786. Le raster doit être lisible sous le même chemin sur chaque machine. Vide : sur cet ordinateur. Le résultat est le même. Voir docs/scale.md.</translation>
  </message>
  <message>
   <source>Cluster's authority</source>
   <translation>Autorité de la grappe</translation>
  </message>
  <message>
   <source>For a tls:// address: the certificate of the authority that signed the cluster's certificates.</source>
   <translation>Pour une adresse tls:// : le certificat de l'autorité qui a signé les certificats de la grappe.</translation>
  </message>
  <message>
   <source>Certificates and keys (*.pem *.crt *.cer *.key)</source>
   <translation>Certificats et clés (*.pem *.crt *.cer *.key)</translation>
  </message>
  <message>
   <source>Own certificate</source>
   <translation>Certificat de cet ordinateur</translation>
  </message>
  <message>
   <source>For a tls:// address: the certificate this computer shows to the cluster.</source>
   <translation>Pour une adresse tls:// : le certificat que cet ordinateur montre à la grappe.</translation>
  </message>
  <message>
   <source>Own private key</source>
   <translation>Clé privée de cet ordinateur</translation>
  </message>
  <message>
   <source>For a tls:// address: the key of the own certificate, where it is not in the same file.</source>
   <translation>Pour une adresse tls:// : la clé de ce certificat, si elle n'est pas dans le même fichier.</translation>
  </message>
  <message>
   <source>Allow an unencrypted cluster</source>
   <translation>Permettre une grappe non chiffrée</translation>
  </message>
  <message>
   <source>Take a tcp:// address of another computer. Whoever can read or change that traffic can run programs on this computer and on the cluster: only in a network you trust.</source>
   <translation>Accepter l'adresse tcp:// d'un autre ordinateur. Qui peut lire ou modifier ce trafic peut exécuter des programmes sur cet ordinateur et sur la grappe : seulement dans un réseau de confiance.</translation>
  </message>
  <message>
   <source>Mode</source>
   <translation>Mode</translation>
  </message>
  <message>
   <source>objects: every object as found; they may overlap and lie inside each other. coverage: every place belongs to one object at most, the smallest; neighbours share their border.</source>
   <translation>objects : chaque objet comme il a été trouvé ; ils peuvent se recouvrir et s'emboîter. coverage : chaque lieu appartient à un objet au plus, le plus petit ; les voisins partagent leur limite.</translation>
  </message>
  <message>
   <source>Keep what the model has seen</source>
   <translation>Garder ce que le modèle a vu</translation>
  </message>
  <message>
   <source>Clicks on the map are then answered at once wherever this run has been. Takes 2 MB a tile on the disk with the bundled model, 17 MB with Meta's, at the expense of what was kept before; tiles segmented on a cluster are not kept.</source>
   <translation>Les clics sur la carte reçoivent alors une réponse immédiate partout où ce traitement est passé. Prend sur le disque 2 Mo par tuile avec le modèle fourni, 17 Mo avec ceux de Meta, aux dépens de ce qui était gardé avant ; les tuiles segmentées sur une grappe ne sont pas gardées.</translation>
  </message>
  <message>
   <source>Fill gaps at a coarser scale</source>
   <translation>Combler les vides à une échelle plus grossière</translation>
  </message>
  <message>
   <source>Look once more, with coarser pixels, at places where nothing was found. Finds objects larger than a tile, such as lakes and long fields.</source>
   <translation>Regarder encore une fois, avec des pixels plus gros, où rien n'a été trouvé. Trouve les objets plus grands qu'une tuile, comme les lacs et les longs champs.</translation>
  </message>
  <message>
   <source>Continue an interrupted run</source>
   <translation>Continuer un traitement interrompu</translation>
  </message>
  <message>
   <source>Go on where a run with the same raster and settings was interrupted, by a power cut, a full disk or a closed QGIS. Tiles done already are not segmented again.</source>
   <translation>Reprendre où un traitement du même raster avec les mêmes réglages a été interrompu, par une coupure de courant, un disque plein ou un QGIS fermé. Les tuiles faites ne sont pas refaites.</translation>
  </message>
  <message>
   <source>Label raster</source>
   <translation>Raster d'étiquettes</translation>
  </message>
  <message>
   <source>Also write a GeoTIFF whose pixels hold the object_id, 0 where there is none. Where objects overlap the smaller one is on top.</source>
   <translation>Écrire aussi un GeoTIFF dont les pixels contiennent l'object_id, 0 où il n'y a rien. Où des objets se recouvrent, le plus petit est dessus.</translation>
  </message>
  <message>
   <source>Run record</source>
   <translation>Procès-verbal</translation>
  </message>
  <message>
   <source>Also write a JSON file with everything needed to repeat the run: raster, parameters, model and its SHA-256, versions, counts and times.</source>
   <translation>Écrire aussi un fichier JSON avec tout ce qu'il faut pour refaire le traitement : raster, paramètres, modèle et son SHA-256, versions, nombres et temps.</translation>
  </message>
  <message>
   <source>JSON (*.json)</source>
   <translation>JSON (*.json)</translation>
  </message>
  <message>
   <source>Prompts</source>
   <translation>Invites</translation>
  </message>
  <message>
   <source>The layer that points at the objects: points, lines, boxes or polygons, in any CRS. Only selected features, or those a filter lets through, where you ask for that.</source>
   <translation>La couche qui indique les objets : points, lignes, rectangles ou polygones, de SCR quelconque. Seules les entités sélectionnées, ou celles que laisse passer un filtre, si on le demande.</translation>
  </message>
  <message>
   <source>Label field</source>
   <translation>Champ d'étiquette</translation>
  </message>
  <message>
   <source>Holds 1 for features that lie on the object and 0 for features beside it (background). Left empty: all lie on their object. Background is of use together with a group field.</source>
   <translation>Contient 1 pour les entités qui sont sur l'objet et 0 pour celles à côté (fond). Vide : toutes sont sur leur objet. Le fond sert avec un champ de groupe.</translation>
  </message>
  <message>
   <source>Group field</source>
   <translation>Champ de groupe</translation>
  </message>
  <message>
   <source>Features with the same value here prompt one object together, such as two points on it, one beside it and a box around it. Left empty, or where a feature has no value: each feature is an object.</source>
   <translation>Les entités de même valeur indiquent ensemble un objet, comme deux points dessus, un à côté et un rectangle autour. Vide, ou sans valeur : chaque entité est un objet.</translation>
  </message>
  <message>
   <source>Polygons are</source>
   <translation>Les polygones sont</translation>
  </message>
  <message>
   <source>box: only the rectangle around a polygon counts; for boxes and detections. mask: its shape counts too, as a first guess of the object; for outlines that are nearly right.</source>
   <translation>box : seul compte le rectangle autour d'un polygone ; pour les rectangles et détections. mask : sa forme compte aussi, comme première idée de l'objet ; pour des contours presque justes.</translation>
  </message>
  <message>
   <source>Old polygons</source>
   <translation>Anciens polygones</translation>
  </message>
  <message>
   <source>The outlines as they were, in any CRS: one object for each feature.</source>
   <translation>Les contours tels qu'ils étaient, de SCR quelconque : un objet par entité.</translation>
  </message>
  <message>
   <source>Same from IoU</source>
   <translation>Pareil à partir de l'IoU</translation>
  </message>
  <message>
   <source>An object is the same where old and new outline share at least this much (area of both in common over the area of either, 0-1). Lower it where the old outlines are rough or shifted against the image.</source>
   <translation>Un objet est pareil où l'ancien et le nouveau contour partagent au moins autant (surface commune sur surface des deux, 0-1). À baisser où les anciens contours sont grossiers ou décalés par rapport à l'image.</translation>
  </message>
  <message>
   <source>Gone below IoU</source>
   <translation>Disparu sous l'IoU</translation>
  </message>
  <message>
   <source>An object is gone where what the model sees in its place shares less than this with the old outline (0-1).</source>
   <translation>Un objet est disparu où ce que le modèle voit à sa place partage moins avec l'ancien contour (0-1).</translation>
  </message>
  <message>
   <source>Gone below score</source>
   <translation>Disparu sous le score</translation>
  </message>
  <message>
   <source>An object is gone where the model itself expects its outline to be worse than this (predicted IoU, 0-1). 0 = do not ask for it.</source>
   <translation>Un objet est disparu où le modèle lui-même juge son contour plus mauvais (IoU prédit, 0-1). 0 = ne pas le demander.</translation>
  </message>
  <message>
   <source>Only windows that show this part of the raster are encoded. Any CRS. The stretch is computed from the whole raster all the same, as for clicks.</source>
   <translation>Seules les fenêtres qui montrent cette partie du raster sont préparées. SCR quelconque. L'étirement est tout de même calculé sur tout le raster, comme pour les clics.</translation>
  </message>
  <message>
   <source>How far neighbouring windows overlap. 0 = a quarter of a window. More puts every place nearer to the middle of some window, where the model sees all around it; at most half a window.</source>
   <translation>De combien les fenêtres voisines se recouvrent. 0 = un quart de fenêtre. Davantage rapproche chaque lieu du milieu d'une fenêtre, où le modèle voit tout autour ; au plus une demi-fenêtre.</translation>
  </message>
  <message>
   <source>Also for zooming out</source>
   <translation>Aussi pour les petites échelles</translation>
  </message>
  <message>
   <source>Encode coarser windows too, down to one that shows the whole raster: for large objects, and for clicks on a map that is zoomed out. Takes a third more time and space.</source>
   <translation>Préparer aussi des fenêtres plus grossières, jusqu'à une qui montre tout le raster : pour de grands objets et pour les clics sur une carte à petite échelle. Prend un tiers de temps et de place en plus.</translation>
  </message>
  <message>
   <source>Room for encoded windows</source>
   <translation>Place pour les fenêtres préparées</translation>
  </message>
  <message>
   <source>How much all encoded windows, of all rasters, may take on the disk; those not used for longest are removed first. 0 = as set before (at first 4096). Any other number is kept for later.</source>
   <translation>Combien toutes les fenêtres préparées, de tous les rasters, peuvent prendre sur le disque ; celles qui n'ont pas servi depuis le plus longtemps partent d'abord. 0 = comme réglé avant (d'abord 4096). Tout autre nombre est gardé pour la suite.</translation>
  </message>
  <message>
   <source>MB</source>
   <translation>Mo</translation>
  </message>
  <message>
   <source>Polygons</source>
   <translation>Polygones</translation>
  </message>
  <message>
   <source>The layer to export, of any origin.</source>
   <translation>La couche à exporter, de toute origine.</translation>
  </message>
  <message>
   <source>Reference raster</source>
   <translation>Raster de référence</translation>
  </message>
  <message>
   <source>The masks get this raster's pixels. Left empty: square pixels of the size below over the extent.</source>
   <translation>Les masques prennent les pixels de ce raster. Vide : des pixels carrés de la taille ci-dessous sur l'emprise.</translation>
  </message>
  <message>
   <source>Without a reference raster: the area of the masks. Left empty: that of the polygons.</source>
   <translation>Sans raster de référence : la zone des masques. Vide : celle des polygones.</translation>
  </message>
  <message>
   <source>Pixel size</source>
   <translation>Taille de pixel</translation>
  </message>
  <message>
   <source>Without a reference raster: side of a pixel in units of the layer's CRS.</source>
   <translation>Sans raster de référence : côté d'un pixel en unités du SCR de la couche.</translation>
  </message>
  <message>
   <source>map units</source>
   <translation>unités de carte</translation>
  </message>
  <message>
   <source>Side of a tile where the masks are cut into tiles.</source>
   <translation>Côté d'une tuile où les masques sont découpés en tuiles.</translation>
  </message>
  <message>
   <source>Layout</source>
   <translation>Disposition</translation>
  </message>
  <message>
   <source>stack: one mask after the other, N x height x width. labels: one array of height x width with the number of the object, or of its class, at every pixel; the smaller of two objects is on top. tiles: a stack for every tile with objects, each a file of its own.</source>
   <translation>stack : un masque après l'autre, N x hauteur x largeur. labels : un tableau de hauteur x largeur avec le numéro de l'objet, ou de sa classe, à chaque pixel ; le plus petit de deux objets est dessus. tiles : une pile pour chaque tuile qui a des objets, un fichier chacune.</translation>
  </message>
  <message>
   <source>Number field</source>
   <translation>Champ de numéro</translation>
  </message>
  <message>
   <source>Whole numbers for object_ids and labels. Left empty: 1, 2, 3 ...</source>
   <translation>Nombres entiers pour object_ids et labels. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Class field</source>
   <translation>Champ de classe</translation>
  </message>
  <message>
   <source>With the layout labels: write classes instead of objects. Texts are numbered in alphabetical order, and the numbers' names stand in the metadata.</source>
   <translation>Avec la disposition labels : écrire des classes au lieu d'objets. Les textes sont numérotés par ordre alphabétique, les noms des numéros sont dans les métadonnées.</translation>
  </message>
  <message>
   <source>Score field</source>
   <translation>Champ de score</translation>
  </message>
  <message>
   <source>Numbers for the array scores.</source>
   <translation>Nombres pour le tableau scores.</translation>
  </message>
  <message>
   <source>Size limit</source>
   <translation>Limite de taille</translation>
  </message>
  <message>
   <source>Nothing is written if the file would be larger than this. Web viewers open about 50 MB.</source>
   <translation>Rien n'est écrit si le fichier dépassait cela. Les visionneuses web ouvrent environ 50 Mo.</translation>
  </message>
  <message>
   <source>NPZ file</source>
   <translation>Fichier NPZ</translation>
  </message>
  <message>
   <source>Where the masks go. With the layout tiles: the files are put beside it, named after it with the tile's row and column.</source>
   <translation>Où vont les masques. Avec la disposition tiles : les fichiers sont mis à côté, nommés d'après ligne et colonne de la tuile.</translation>
  </message>
  <message>
   <source>NumPy archives (*.npz)</source>
   <translation>Archives NumPy (*.npz)</translation>
  </message>
  <message>
   <source>An archive with an array masks: (N, H, W) of 0 and 1, or (H, W) with labels.</source>
   <translation>Une archive avec un tableau masks : (N, H, W) de 0 et 1, ou (H, W) avec des étiquettes.</translation>
  </message>
  <message>
   <source>Where the masks lie, for files that do not say so. It must have as many pixels. Without it such masks come in pixels, y downwards.</source>
   <translation>Où sont les masques, pour les fichiers qui ne le disent pas. Il doit avoir autant de pixels. Sans lui, ces masques viennent en pixels, y vers le bas.</translation>
  </message>
  <message>
   <source>One polygon for each mask.</source>
   <translation>Un polygone par masque.</translation>
  </message>
  <message>
   <source>Variant</source>
   <translation>Variante</translation>
  </message>
  <message>
   <source>instances: images, annotations and categories, for training. results: a list of results with scores, for COCO's evaluation. saco: image and phrase pairs of SAM 3, one for every class and image, those without an object too.</source>
   <translation>instances : images, annotations et catégories, pour l'entraînement. results : une liste de résultats avec scores, pour l'évaluation de COCO. saco : paires d'image et de groupe de mots de SAM 3, une pour chaque classe et image, même sans objet.</translation>
  </message>
  <message>
   <source>Masks as</source>
   <translation>Masques en</translation>
  </message>
  <message>
   <source>rle: run lengths, exact. polygon: polygons along pixel edges; objects with holes stay run lengths, because COCO's polygons have none.</source>
   <translation>rle : longueurs de plages, exact. polygon : polygones le long des pixels ; les objets troués restent en plages, car les polygones de COCO n'ont pas de trous.</translation>
  </message>
  <message>
   <source>Names of categories, or phrases. Left empty: all objects are of one category, object.</source>
   <translation>Noms de catégories ou groupes de mots. Vide : tous les objets sont d'une catégorie, object.</translation>
  </message>
  <message>
   <source>How sure each object is, 0 to 1.</source>
   <translation>Certitude de chaque objet, de 0 à 1.</translation>
  </message>
  <message>
   <source>Cut into tiles</source>
   <translation>Découper en tuiles</translation>
  </message>
  <message>
   <source>Each tile becomes an image of its own, and its pixels are written beside the file as GeoTIFF. Off: one image, the reference raster.</source>
   <translation>Chaque tuile devient une image, et ses pixels sont écrits à côté du fichier en GeoTIFF. Désactivé : une image, le raster de référence.</translation>
  </message>
  <message>
   <source>COCO file</source>
   <translation>Fichier COCO</translation>
  </message>
  <message>
   <source>Where the annotations go.</source>
   <translation>Où vont les annotations.</translation>
  </message>
  <message>
   <source>Instances, a list of results, or SA-Co.</source>
   <translation>Instances, une liste de résultats, ou SA-Co.</translation>
  </message>
  <message>
   <source>Where the image lies, for files that do not say so. It must have as many pixels as the image.</source>
   <translation>Où est l'image, pour les fichiers qui ne le disent pas. Il doit avoir autant de pixels que l'image.</translation>
  </message>
  <message>
   <source>One polygon for each annotation.</source>
   <translation>Un polygone par annotation.</translation>
  </message>
  <message>
   <source>Whole numbers for object_id. Left empty: 1, 2, 3 ...</source>
   <translation>Nombres entiers pour object_id. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Numbers for the column score.</source>
   <translation>Nombres pour la colonne score.</translation>
  </message>
  <message>
   <source>Nothing is written if the masks, unpacked, would be larger than this: pandas reads all of them at once.</source>
   <translation>Rien n'est écrit si les masques, décompressés, dépassaient cela : pandas les lit tous à la fois.</translation>
  </message>
  <message>
   <source>Parquet file</source>
   <translation>Fichier Parquet</translation>
  </message>
  <message>
   <source>Where the masks go.</source>
   <translation>Où vont les masques.</translation>
  </message>
  <message>
   <source>Parquet (*.parquet)</source>
   <translation>Parquet (*.parquet)</translation>
  </message>
  <message>
   <source>A table with the columns mask (a list of 0 and 1, row after row of pixels), width and height; object_id and score if there are any.</source>
   <translation>Une table avec les colonnes mask (une liste de 0 et 1, ligne de pixels après ligne), width et height ; object_id et score s'il y en a.</translation>
  </message>
  <message>
   <source>Whole numbers from 1 on to write. Left empty: 1, 2, 3 ...</source>
   <translation>Nombres entiers à partir de 1 à écrire. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Write classes instead of objects: whole numbers as they are, texts numbered in alphabetical order.</source>
   <translation>Écrire des classes au lieu d'objets : les nombres entiers tels quels, les textes numérotés par ordre alphabétique.</translation>
  </message>
  <message>
   <source>On top</source>
   <translation>Dessus</translation>
  </message>
  <message>
   <source>Which of two overlapping objects shows.</source>
   <translation>Lequel de deux objets qui se recouvrent se voit.</translation>
  </message>
  <message>
   <source>For On top = score: the higher shows.</source>
   <translation>Pour Dessus = score : le plus haut se voit.</translation>
  </message>
  <message>
   <source>Mask raster</source>
   <translation>Raster de masques</translation>
  </message>
  <message>
   <source>A GeoTIFF; 0 where there is nothing.</source>
   <translation>Un GeoTIFF ; 0 où il n'y a rien.</translation>
  </message>
  <message>
   <source>Reference</source>
   <translation>Référence</translation>
  </message>
  <message>
   <source>The objects as they are.</source>
   <translation>Les objets tels qu'ils sont.</translation>
  </message>
  <message>
   <source>Prediction</source>
   <translation>Prédiction</translation>
  </message>
  <message>
   <source>The objects as they were found.</source>
   <translation>Les objets tels qu'ils ont été trouvés.</translation>
  </message>
  <message>
   <source>Only objects that lie mostly in these polygons count.</source>
   <translation>Seuls comptent les objets qui sont en majeure partie dans ces polygones.</translation>
  </message>
  <message>
   <source>Class field of the reference</source>
   <translation>Champ de classe de la référence</translation>
  </message>
  <message>
   <source>Objects of different classes never match.</source>
   <translation>Des objets de classes différentes ne correspondent jamais.</translation>
  </message>
  <message>
   <source>Class field of the prediction</source>
   <translation>Champ de classe de la prédiction</translation>
  </message>
  <message>
   <source>Score field of the prediction</source>
   <translation>Champ de score de la prédiction</translation>
  </message>
  <message>
   <source>How sure each prediction is; average precision needs it. Left empty: all are equally sure.</source>
   <translation>Certitude de chaque prédiction ; la précision moyenne en a besoin. Vide : toutes sont également sûres.</translation>
  </message>
  <message>
   <source>Image field of the reference</source>
   <translation>Champ d'image de la référence</translation>
  </message>
  <message>
   <source>Objects of different images never match: for layers from a COCO file of several images. With class fields, every pair of an image and a class is a phrase for cgF1.</source>
   <translation>Des objets d'images différentes ne correspondent jamais : pour les couches d'un fichier COCO de plusieurs images. Avec des champs de classe, chaque paire d'image et de classe est un groupe de mots pour cgF1.</translation>
  </message>
  <message>
   <source>Image field of the prediction</source>
   <translation>Champ d'image de la prédiction</translation>
  </message>
  <message>
   <source>Objects of different images never match.</source>
   <translation>Des objets d'images différentes ne correspondent jamais.</translation>
  </message>
  <message>
   <source>Report</source>
   <translation>Rapport</translation>
  </message>
  <message>
   <source>A page with all numbers, a picture and a histogram.</source>
   <translation>Une page avec tous les nombres, une image et un histogramme.</translation>
  </message>
  <message>
   <source>HTML (*.html)</source>
   <translation>HTML (*.html)</translation>
  </message>
  <message>
   <source>Scores</source>
   <translation>Mesures</translation>
  </message>
  <message>
   <source>All numbers as a table.</source>
   <translation>Tous les nombres en table.</translation>
  </message>
  <message>
   <source>IoU matrix</source>
   <translation>Matrice d'IoU</translation>
  </message>
  <message>
   <source>A row for every reference object and prediction that share area; the rows of the objects' own layer are numbered alike.</source>
   <translation>Une ligne pour chaque objet de référence et prédiction qui partagent de la surface ; les lignes de la couche des objets ont les mêmes numéros.</translation>
  </message>
  <message>
   <source>Objects by outcome</source>
   <translation>Objets par issue</translation>
  </message>
  <message>
   <source>Both layers' objects with their outcome: matched, missed, false, split or merged.</source>
   <translation>Les objets des deux couches avec leur issue : trouvé, manqué, faux, divisé ou fusionné.</translation>
  </message>
  <message>
   <source>A layer of polygons.</source>
   <translation>Une couche de polygones.</translation>
  </message>
  <message>
   <source>Names the objects of a pair. Left empty: 1, 2, 3 ...</source>
   <translation>Nomme les objets d'une paire. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Least share</source>
   <translation>Part minimale</translation>
  </message>
  <message>
   <source>Leave out pairs whose overlap is a smaller share of both objects than this.</source>
   <translation>Laisser de côté les paires dont le recouvrement est une part plus petite des deux objets.</translation>
  </message>
  <message>
   <source>Overlaps</source>
   <translation>Recouvrements</translation>
  </message>
  <message>
   <source>The shared area of every pair.</source>
   <translation>La surface commune de chaque paire.</translation>
  </message>
  <message>
   <source>A layer of polygons, in any CRS.</source>
   <translation>Une couche de polygones, de SCR quelconque.</translation>
  </message>
  <message>
   <source>The raster under the objects.</source>
   <translation>Le raster sous les objets.</translation>
  </message>
  <message>
   <source>Objects with statistics</source>
   <translation>Objets avec statistiques</translation>
  </message>
  <message>
   <source>The objects, with fields added.</source>
   <translation>Les objets, avec des champs en plus.</translation>
  </message>
  <message>
   <source>files: a GeoTIFF for every object, where it lies. atlas: one picture, atlas.tif, of all objects side by side, the highest first.</source>
   <translation>files : un GeoTIFF pour chaque objet, à sa place. atlas : une image, atlas.tif, de tous les objets côte à côte, les plus hauts d'abord.</translation>
  </message>
  <message>
   <source>Margin</source>
   <translation>Marge</translation>
  </message>
  <message>
   <source>Pixels around the object's box that the picture shows, transparent like all outside the object.</source>
   <translation>Pixels autour du rectangle de l'objet que montre l'image, transparents comme tout hors de l'objet.</translation>
  </message>
  <message>
   <source>Name field</source>
   <translation>Champ de nom</translation>
  </message>
  <message>
   <source>Names the files. Left empty: 1, 2, 3 ...</source>
   <translation>Nomme les fichiers. Vide : 1, 2, 3 ...</translation>
  </message>
  <message>
   <source>Folder</source>
   <translation>Dossier</translation>
  </message>
  <message>
   <source>Where the pictures go.</source>
   <translation>Où vont les images.</translation>
  </message>
  <message>
   <source>Index</source>
   <translation>Index</translation>
  </message>
  <message>
   <source>The objects with the file their picture is in and, in pixels, its place there: the coverage layer for the atlas of a print layout, say.</source>
   <translation>Les objets avec le fichier de leur image et, en pixels, sa place : par exemple la couche de couverture pour l'atlas d'une mise en page.</translation>
  </message>
  <message>
   <source>Pixels around the objects that are replaced too: shadows and blurred edges.</source>
   <translation>Pixels autour des objets remplacés aussi : ombres et bords flous.</translation>
  </message>
  <message>
   <source>Method</source>
   <translation>Méthode</translation>
  </message>
  <message>
   <source>telea: fast, even. navier_stokes: carries lines on into the gap.</source>
   <translation>telea : rapide, régulier. navier_stokes : prolonge les lignes dans le vide.</translation>
  </message>
  <message>
   <source>Radius</source>
   <translation>Rayon</translation>
  </message>
  <message>
   <source>How far around a pixel its filling is looked for.</source>
   <translation>Jusqu'où autour d'un pixel on cherche de quoi le remplir.</translation>
  </message>
  <message>
   <source>Raster without objects</source>
   <translation>Raster sans objets</translation>
  </message>
  <message>
   <source>A GeoTIFF.</source>
   <translation>Un GeoTIFF.</translation>
  </message>
  <message>
   <source>Mirror</source>
   <translation>Miroir</translation>
  </message>
  <message>
   <source>Address of a folder that has Meta's checkpoints under their own names, asked before Meta's server: https://server/folder. What comes from there is checked like everything else.</source>
   <translation>Adresse d'un dossier qui a les poids de Meta sous leurs noms, demandé avant le serveur de Meta : https://serveur/dossier. Ce qui en vient est vérifié comme le reste.</translation>
  </message>
  <message>
   <source>Memory for clicks</source>
   <translation>Mémoire pour les clics</translation>
  </message>
  <message>
   <source>How much of the memory what SAM 2 has seen last may take. One window takes 2 MB with the bundled model, 17 MB with Meta's.</source>
   <translation>Combien de mémoire peut prendre ce que SAM 2 a vu en dernier. Une fenêtre prend 2 Mo avec le modèle fourni, 17 Mo avec ceux de Meta.</translation>
  </message>
  <message>
   <source>Room on the disk</source>
   <translation>Place sur le disque</translation>
  </message>
  <message>
   <source>How much all that SAM 2 has seen may take on the disk; what was not used for longest goes first. 0 = keep nothing.</source>
   <translation>Combien tout ce que SAM 2 a vu peut prendre sur le disque ; ce qui n'a pas servi depuis le plus longtemps part d'abord. 0 = ne rien garder.</translation>
  </message>
  <message>
   <source>Folder for it</source>
   <translation>Dossier pour cela</translation>
  </message>
  <message>
   <source>Where what SAM 2 has seen is kept. Left empty: the usual place for what can be made again. A fast disk of this computer is best; what lies in the old folder stays there.</source>
   <translation>Où est gardé ce que SAM 2 a vu. Vide : la place habituelle de ce qui peut être refait. Un disque rapide de cet ordinateur convient le mieux ; ce qui est dans l'ancien dossier y reste.</translation>
  </message>
  <message>
   <source>Folder for new layers</source>
   <translation>Dossier des nouvelles couches</translation>
  </message>
  <message>
   <source>The folder that the dock suggests for new GeoPackages. Left empty: beside the project, else beside the raster.</source>
   <translation>Le dossier que le panneau propose pour les nouveaux GeoPackages. Vide : à côté du projet, sinon à côté du raster.</translation>
  </message>
  <message>
   <source>Show what the mouse points at</source>
   <translation>Montrer ce que pointe la souris</translation>
  </message>
  <message>
   <source>A thin outline follows the mouse: what a click there would find.</source>
   <translation>Un contour fin suit la souris : ce qu'un clic y trouverait.</translation>
  </message>
  <message>
   <source>Prepare the view at once</source>
   <translation>Préparer la vue tout de suite</translation>
  </message>
  <message>
   <source>SAM 2 looks at the view as soon as it stands still, so that the first click is answered at once. Off: it looks when you click. Switch it off where a large model runs on the processor.</source>
   <translation>SAM 2 regarde la vue dès qu'elle s'arrête, pour répondre dès le premier clic. Désactivé : il regarde au clic. À désactiver où un grand modèle tourne sur le processeur.</translation>
  </message>
  <message>
   <source>Start to click objects on the map.</source>
   <translation>Démarrer pour cliquer des objets sur la carte.</translation>
  </message>
  <message>
   <source>Choose a raster layer: an aerial, drone or satellite image.</source>
   <translation>Choisir un raster : une image aérienne, de drone ou de satellite.</translation>
  </message>
  <message>
   <source>The raster has been removed from the project, so its prompts are gone too. Choose another one.</source>
   <translation>Le raster a été retiré du projet, et ses invites avec lui. En choisir un autre.</translation>
  </message>
  <message>
   <source>The view does not show the raster. Zoom to it: right-click the layer &gt; Zoom to Layer.</source>
   <translation>La vue ne montre pas le raster. Y zoomer : clic droit sur la couche &gt; Zoomer sur la couche.</translation>
  </message>
  <message>
   <source>Starting SAM 2. Clicks made now are answered as soon as it runs.</source>
   <translation>SAM 2 démarre. Les clics faits maintenant auront leur réponse dès qu'il tourne.</translation>
  </message>
  <message>
   <source>Fetching the view of this web layer.</source>
   <translation>La vue de cette couche web est demandée.</translation>
  </message>
  <message>
   <source>Ready. Click an object, or drag a box around it.</source>
   <translation>Prêt. Cliquer un objet, ou tirer un rectangle autour.</translation>
  </message>
  <message>
   <source>Click what is missing, right-click what does not belong to it. Tab shows another candidate, Enter accepts.</source>
   <translation>Cliquer ce qui manque, clic droit sur ce qui n'en fait pas partie. Tab montre un autre candidat, Entrée accepte.</translation>
  </message>
  <message>
   <source>Start</source>
   <translation>Démarrer</translation>
  </message>
  <message>
   <source>Models…</source>
   <translation>Modèles…</translation>
  </message>
  <message>
   <source>Stop</source>
   <translation>Arrêter</translation>
  </message>
  <message>
   <source>Try again</source>
   <translation>Réessayer</translation>
  </message>
  <message>
   <source>Start again</source>
   <translation>Redémarrer</translation>
  </message>
  <message>
   <source>Show the log</source>
   <translation>Montrer le journal</translation>
  </message>
  <message>
   <source>Click</source>
   <translation>Clic</translation>
  </message>
  <message>
   <source>on the object</source>
   <translation>sur l'objet</translation>
  </message>
  <message>
   <source>Right-click</source>
   <translation>Clic droit</translation>
  </message>
  <message>
   <source>not this</source>
   <translation>pas ceci</translation>
  </message>
  <message>
   <source>Drag</source>
   <translation>Glisser</translation>
  </message>
  <message>
   <source>a box around it</source>
   <translation>un rectangle autour</translation>
  </message>
  <message>
   <source>Shift+drag</source>
   <translation>Maj+glisser</translation>
  </message>
  <message>
   <source>a rough outline of it</source>
   <translation>un contour grossier</translation>
  </message>
  <message>
   <source>Tab</source>
   <translation>Tab</translation>
  </message>
  <message>
   <source>another candidate</source>
   <translation>un autre candidat</translation>
  </message>
  <message>
   <source>Enter</source>
   <translation>Entrée</translation>
  </message>
  <message>
   <source>accept as a new polygon</source>
   <translation>accepter comme nouveau polygone</translation>
  </message>
  <message>
   <source>Shift / Ctrl+Enter</source>
   <translation>Maj / Ctrl+Entrée</translation>
  </message>
  <message>
   <source>add to / subtract from the selected one</source>
   <translation>ajouter au / soustraire du sélectionné</translation>
  </message>
  <message>
   <source>M</source>
   <translation>M</translation>
  </message>
  <message>
   <source>merge with the last one</source>
   <translation>fusionner avec le dernier</translation>
  </message>
  <message>
   <source>Ctrl+Z / Ctrl+Y</source>
   <translation>Ctrl+Z / Ctrl+Y</translation>
  </message>
  <message>
   <source>undo / redo a prompt</source>
   <translation>annuler / refaire une invite</translation>
  </message>
  <message>
   <source>Delete</source>
   <translation>Suppr</translation>
  </message>
  <message>
   <source>remove the prompt pointed at</source>
   <translation>ôter l'invite pointée</translation>
  </message>
  <message>
   <source>Esc</source>
   <translation>Échap</translation>
  </message>
  <message>
   <source>stop, or clear the prompts</source>
   <translation>arrêter, ou effacer les invites</translation>
  </message>
  <message>
   <source>Ctrl+arrows, F, B, X</source>
   <translation>Ctrl+flèches, F, B, X</translation>
  </message>
  <message>
   <source>move a cursor; object, not this, box there</source>
   <translation>déplacer un curseur ; là objet, pas ceci, rectangle</translation>
  </message>
  <message>
   <source>K</source>
   <translation>K</translation>
  </message>
  <message>
   <source>hide or show these keys</source>
   <translation>cacher ou montrer ces touches</translation>
  </message>
  <message>
   <source>Accept as a new polygon</source>
   <translation>Accepter comme nouveau polygone</translation>
  </message>
  <message>
   <source>Add to the selected one</source>
   <translation>Ajouter au sélectionné</translation>
  </message>
  <message>
   <source>Subtract from it</source>
   <translation>En soustraire</translation>
  </message>
  <message>
   <source>Merge with the last one</source>
   <translation>Fusionner avec le dernier</translation>
  </message>
  <message>
   <source>Stop, or clear the prompts</source>
   <translation>Arrêter, ou effacer les invites</translation>
  </message>
  <message>
   <source>Next candidate</source>
   <translation>Candidat suivant</translation>
  </message>
  <message>
   <source>Previous candidate</source>
   <translation>Candidat précédent</translation>
  </message>
  <message>
   <source>Undo a prompt</source>
   <translation>Annuler une invite</translation>
  </message>
  <message>
   <source>Redo a prompt</source>
   <translation>Refaire une invite</translation>
  </message>
  <message>
   <source>Remove a prompt</source>
   <translation>Ôter une invite</translation>
  </message>
  <message>
   <source>Show or hide the keys</source>
   <translation>Montrer ou cacher les touches</translation>
  </message>
  <message>
   <source>On the object, at the cursor</source>
   <translation>Sur l'objet, au curseur</translation>
  </message>
  <message>
   <source>Not this, at the cursor</source>
   <translation>Pas ceci, au curseur</translation>
  </message>
  <message>
   <source>Corner of a box, at the cursor</source>
   <translation>Coin d'un rectangle, au curseur</translation>
  </message>
  <message>
   <source>Cursor to the left</source>
   <translation>Curseur à gauche</translation>
  </message>
  <message>
   <source>Cursor to the right</source>
   <translation>Curseur à droite</translation>
  </message>
  <message>
   <source>Cursor up</source>
   <translation>Curseur en haut</translation>
  </message>
  <message>
   <source>Cursor down</source>
   <translation>Curseur en bas</translation>
  </message>
  <message>
   <source>A little to the left</source>
   <translation>Un peu à gauche</translation>
  </message>
  <message>
   <source>A little to the right</source>
   <translation>Un peu à droite</translation>
  </message>
  <message>
   <source>A little up</source>
   <translation>Un peu en haut</translation>
  </message>
  <message>
   <source>A little down</source>
   <translation>Un peu en bas</translation>
  </message>
  <message>
   <source>Size</source>
   <translation>Taille</translation>
  </message>
  <message>
   <source>Licence</source>
   <translation>Licence</translation>
  </message>
  <message>
   <source>Speed here</source>
   <translation>Vitesse ici</translation>
  </message>
  <message>
   <source>State</source>
   <translation>État</translation>
  </message>
  <message>
   <source>Add outline by SAM 2</source>
   <translation>Ajouter un contour de SAM 2</translation>
  </message>
  <message>
   <source>Add outline by SAM 2 to the polygon</source>
   <translation>Ajouter un contour de SAM 2 au polygone</translation>
  </message>
  <message>
   <source>Subtract outline by SAM 2 from the polygon</source>
   <translation>Soustraire un contour de SAM 2 du polygone</translation>
  </message>
  <message>
   <source>Merge outline by SAM 2 with the last one</source>
   <translation>Fusionner un contour de SAM 2 avec le dernier</translation>
  </message>
  <message>
   <source>bundled</source>
   <translation>fourni</translation>
  </message>
  <message>
   <source>no weights yet</source>
   <translation>encore sans poids</translation>
  </message>
  <message>
   <source>downloaded</source>
   <translation>téléchargé</translation>
  </message>
  <message>
   <source>not checked yet</source>
   <translation>pas encore vérifié</translation>
  </message>
  <message>
   <source>damaged</source>
   <translation>abîmé</translation>
  </message>
  <message>
   <source>partly downloaded</source>
   <translation>téléchargé en partie</translation>
  </message>
  <message>
   <source>not downloaded</source>
   <translation>pas téléchargé</translation>
  </message>
  <message>
   <source>pico (bundled)</source>
   <translation>pico (fourni)</translation>
  </message>
  <message>
   <source>Where SAM 2 runs</source>
   <translation>Où tourne SAM 2</translation>
  </message>
  <message>
   <source>What SAM 2 has seen</source>
   <translation>Ce que SAM 2 a vu</translation>
  </message>
  <message>
   <source>New layers of the dock</source>
   <translation>Nouvelles couches du panneau</translation>
  </message>
  <message>
   <source>Downloads of models</source>
   <translation>Téléchargements de modèles</translation>
  </message>
  <message>
   <source>Environment</source>
   <translation>Environnement</translation>
  </message>
  <message>
   <source>Models</source>
   <translation>Modèles</translation>
  </message>
  <message>
   <source>Settings</source>
   <translation>Réglages</translation>
  </message>
  <message>
   <source>Starting the worker</source>
   <translation>SAM 2 démarre</translation>
  </message>
  <message>
   <source>Number of objects</source>
   <translation>Nombre d'objets</translation>
  </message>
  <message>
   <source>a whole number</source>
   <translation>un nombre entier</translation>
  </message>
  <message>
   <source>a number</source>
   <translation>un nombre</translation>
  </message>
  <message>
   <source>{noun}; default {default}</source>
   <translation>{noun} ; par défaut {default}</translation>
  </message>
  <message>
   <source>{noun} of at least {minimum}; default {default}</source>
   <translation>{noun} d'au moins {minimum} ; par défaut {default}</translation>
  </message>
  <message>
   <source>{noun} from {minimum} to {maximum}; default {default}</source>
   <translation>{noun} de {minimum} à {maximum} ; par défaut {default}</translation>
  </message>
  <message>
   <source>All files</source>
   <translation>Tous les fichiers</translation>
  </message>
  <message>
   <source>outlines</source>
   <translation>contours</translation>
  </message>
  <message>
   <source>GeoPackage for the outlines</source>
   <translation>GeoPackage pour les contours</translation>
  </message>
  <message>
   <source>GeoPackage for the objects</source>
   <translation>GeoPackage pour les objets</translation>
  </message>
  <message>
   <source>objects</source>
   <translation>objets</translation>
  </message>
  <message>
   <source>Candidate {number}, score {score}: the model's own estimate of how well it fits (0-1).</source>
   <translation>Candidat {number}, score {score} : l'estimation par le modèle de sa justesse (0-1).</translation>
  </message>
  <message>
   <source>Tab and Shift+Tab on the map go from one to the next.</source>
   <translation>Tab et Maj+Tab sur la carte vont de l'un à l'autre.</translation>
  </message>
  <message>
   <source>Bands {bands}; stretch {stretch}: {ranges}</source>
   <translation>Bandes {bands} ; étirement {stretch} : {ranges}</translation>
  </message>
  <message>
   <source>Raster and model</source>
   <translation>Raster et modèle</translation>
  </message>
  <message>
   <source>The image to click on. Web layers (WMS, XYZ) work too: SAM 2 sees them as the map shows them.</source>
   <translation>L'image à cliquer. Les couches web (WMS, XYZ) aussi : SAM 2 les voit comme la carte les montre.</translation>
  </message>
  <message>
   <source>The raster has no CRS: its coordinates are taken for the project's. Right-click the layer &gt; Layer CRS to give it one.</source>
   <translation>Le raster n'a pas de SCR : ses coordonnées sont prises pour celles du projet. Clic droit sur la couche &gt; SCR de la couche pour lui en donner un.</translation>
  </message>
  <message>
   <source>As the model sees it</source>
   <translation>Comme le modèle le voit</translation>
  </message>
  <message>
   <source>The view with these bands and this stretch, as it is given to the model.</source>
   <translation>La vue avec ces bandes et cet étirement, comme le modèle la reçoit.</translation>
  </message>
  <message>
   <source>The picture appears as soon as SAM 2 runs.</source>
   <translation>L'image apparaît dès que SAM 2 tourne.</translation>
  </message>
  <message>
   <source>Outlines go to</source>
   <translation>Les contours vont dans</translation>
  </message>
  <message>
   <source>Any polygon layer, in any CRS. Accepting is one step that QGIS can undo; it is saved when you save the layer. Fields named score, stability, model, prompts_fg and prompts_bg are filled in.</source>
   <translation>Toute couche de polygones, de SCR quelconque. Accepter est un pas que QGIS peut annuler ; il est enregistré avec la couche. Les champs nommés score, stability, model, prompts_fg et prompts_bg sont remplis.</translation>
  </message>
  <message>
   <source>New…</source>
   <translation>Nouvelle…</translation>
  </message>
  <message>
   <source>Make a GeoPackage for the outlines, in the CRS of the raster.</source>
   <translation>Créer un GeoPackage pour les contours, dans le SCR du raster.</translation>
  </message>
  <message>
   <source>Layer</source>
   <translation>Couche</translation>
  </message>
  <message>
   <source>More settings</source>
   <translation>Autres réglages</translation>
  </message>
  <message>
   <source>auto</source>
   <translation>auto</translation>
  </message>
  <message>
   <source>none: the model above</source>
   <translation>aucun : le modèle ci-dessus</translation>
  </message>
  <message>
   <source>the one that fits the checkpoint</source>
   <translation>celle qui convient aux poids</translation>
  </message>
  <message>
   <source>red</source>
   <translation>rouge</translation>
  </message>
  <message>
   <source>green</source>
   <translation>vert</translation>
  </message>
  <message>
   <source>blue</source>
   <translation>bleu</translation>
  </message>
  <message>
   <source>How to segment by clicking</source>
   <translation>Comment segmenter en cliquant</translation>
  </message>
  <message>
   <source>The band shown to the model as {name}. auto: the raster's own colours. Only the first one set: that band as grey. All three set: false colour.</source>
   <translation>La bande montrée au modèle comme {name}. auto : les couleurs du raster lui-même. Seule la première réglée : cette bande en gris. Les trois réglées : fausses couleurs.</translation>
  </message>
  <message>
   <source>SAM 2 looks at {raster}</source>
   <translation>SAM 2 regarde {raster}</translation>
  </message>
  <message>
   <source>Once, some minutes: 1.3 GB on the disk, about 6 GB with an NVIDIA GPU. QGIS itself is not changed.</source>
   <translation>Une fois, quelques minutes : 1,3 Go sur le disque, environ 6 Go avec un GPU NVIDIA. QGIS lui-même n'est pas changé.</translation>
  </message>
  <message>
   <source>Other ways…</source>
   <translation>Autres moyens…</translation>
  </message>
  <message>
   <source>A Python of your own, a proxy, a package index, no network</source>
   <translation>Un Python à vous, un proxy, un index de paquets, pas de réseau</translation>
  </message>
  <message>
   <source>Repair SAM 2</source>
   <translation>Réparer SAM 2</translation>
  </message>
  <message>
   <source>Update SAM 2</source>
   <translation>Mettre à jour SAM 2</translation>
  </message>
  <message>
   <source>SAM 2 is being installed. You can go on with QGIS meanwhile.</source>
   <translation>SAM 2 s'installe. On peut continuer avec QGIS pendant ce temps.</translation>
  </message>
  <message>
   <source>Install SAM 2</source>
   <translation>Installer SAM 2</translation>
  </message>
  <message>
   <source>Repair</source>
   <translation>Réparer</translation>
  </message>
  <message>
   <source>Update</source>
   <translation>Mettre à jour</translation>
  </message>
  <message>
   <source>Install</source>
   <translation>Installer</translation>
  </message>
  <message>
   <source>What has been downloaded is kept for the next time.</source>
   <translation>Ce qui est téléchargé est gardé pour la prochaine fois.</translation>
  </message>
  <message>
   <source>Python that runs SAM 2</source>
   <translation>Le Python qui fait tourner SAM 2</translation>
  </message>
  <message>
   <source>Made by SAM 2 Toolbox (recommended)</source>
   <translation>Créé par SAM 2 Toolbox (conseillé)</translation>
  </message>
  <message>
   <source>A Python of my own, or a conda environment</source>
   <translation>Un Python à moi, ou un environnement conda</translation>
  </message>
  <message>
   <source>Needs the internet and some minutes, once.</source>
   <translation>Demande une fois l'internet et quelques minutes.</translation>
  </message>
  <message>
   <source>Remove…</source>
   <translation>Supprimer…</translation>
  </message>
  <message>
   <source>The environment; models and the rest, if you like.</source>
   <translation>L'environnement ; les modèles et le reste, si on le veut.</translation>
  </message>
  <message>
   <source>An interpreter (python, python.exe) or the folder of an environment.</source>
   <translation>Un interpréteur (python, python.exe) ou le dossier d'un environnement.</translation>
  </message>
  <message>
   <source>an interpreter, or the folder of an environment</source>
   <translation>un interpréteur, ou le dossier d'un environnement</translation>
  </message>
  <message>
   <source>Choose an interpreter</source>
   <translation>Choisir un interpréteur</translation>
  </message>
  <message>
   <source>Check and use</source>
   <translation>Vérifier et utiliser</translation>
  </message>
  <message>
   <source>Starts it and loads all that SAM 2 needs.</source>
   <translation>Le démarre et charge tout ce qu'il faut à SAM 2.</translation>
  </message>
  <message>
   <source>Check devices</source>
   <translation>Vérifier les appareils</translation>
  </message>
  <message>
   <source>Runs the model on every device, ten seconds on each.</source>
   <translation>Fait tourner le modèle dix secondes sur chaque appareil.</translation>
  </message>
  <message>
   <source>Copy report</source>
   <translation>Copier le rapport</translation>
  </message>
  <message>
   <source>Versions, system, GPU and last error, without names and addresses.</source>
   <translation>Versions, système, GPU et dernière erreur, sans noms ni adresses.</translation>
  </message>
  <message>
   <source>The report is on the clipboard. Read it before you paste it somewhere.</source>
   <translation>Le rapport est dans le presse-papiers. À lire avant de le coller quelque part.</translation>
  </message>
  <message>
   <source>Remove the environment of SAM 2?</source>
   <translation>Supprimer l'environnement de SAM 2 ?</translation>
  </message>
  <message>
   <source>SAM 2 does not run without it. Settings are kept.</source>
   <translation>SAM 2 ne tourne pas sans lui. Les réglages restent.</translation>
  </message>
  <message>
   <source>Remove the downloaded models and what SAM 2 has seen, too</source>
   <translation>Supprimer aussi les modèles téléchargés et ce que SAM 2 a vu</translation>
  </message>
  <message>
   <source>A Python that runs SAM 2</source>
   <translation>Un Python qui fait tourner SAM 2</translation>
  </message>
  <message>
   <source>{size} GB in {folder}</source>
   <translation>{size} Go dans {folder}</translation>
  </message>
  <message>
   <source>Folder: {folder}</source>
   <translation>Dossier : {folder}</translation>
  </message>
  <message>
   <source>made {day}</source>
   <translation>créé le {day}</translation>
  </message>
  <message>
   <source>Where packages come from</source>
   <translation>D'où viennent les paquets</translation>
  </message>
  <message>
   <source>Automatic: CUDA where an NVIDIA driver can run it</source>
   <translation>Automatique : CUDA où un pilote NVIDIA le permet</translation>
  </message>
  <message>
   <source>Processor only (CPU, smallest)</source>
   <translation>Processeur seulement (CPU, le plus petit)</translation>
  </message>
  <message>
   <source>NVIDIA GPU (CUDA)</source>
   <translation>GPU NVIDIA (CUDA)</translation>
  </message>
  <message>
   <source>as pip is set up on this computer</source>
   <translation>comme pip est réglé sur cet ordinateur</translation>
  </message>
  <message>
   <source>A package index of your own, such as a mirror in your company: https://…/simple</source>
   <translation>Un index de paquets à vous, tel un miroir d'entreprise : https://…/simple</translation>
  </message>
  <message>
   <source>none: install from the network</source>
   <translation>aucun : installer depuis le réseau</translation>
  </message>
  <message>
   <source>A folder of wheels to install from without network (docs: Install).</source>
   <translation>Un dossier de wheels pour installer sans réseau (documentation : Install).</translation>
  </message>
  <message>
   <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
   <translation>Certificats (*.pem *.crt *.cer);;Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>as QGIS and this computer trust</source>
   <translation>ceux de QGIS et de cet ordinateur</translation>
  </message>
  <message>
   <source>Of a company's proxy that signs connections itself (PEM).</source>
   <translation>D'un proxy d'entreprise qui signe lui-même les connexions (PEM).</translation>
  </message>
  <message>
   <source>Settings &gt; Options &gt; Network</source>
   <translation>Préférences &gt; Options &gt; Réseau</translation>
  </message>
  <message>
   <source>Package index</source>
   <translation>Index de paquets</translation>
  </message>
  <message>
   <source>Folder of wheels</source>
   <translation>Dossier de wheels</translation>
  </message>
  <message>
   <source>Certificates</source>
   <translation>Certificats</translation>
  </message>
  <message>
   <source>Proxy</source>
   <translation>Proxy</translation>
  </message>
  <message>
   <source>none (as QGIS is set)</source>
   <translation>aucun (comme réglé dans QGIS)</translation>
  </message>
  <message>
   <source>SAM 2 is installed.</source>
   <translation>SAM 2 est installé.</translation>
  </message>
  <message>
   <source>Installing SAM 2</source>
   <translation>Installation de SAM 2</translation>
  </message>
  <message>
   <source>The environment was removed. Models and settings are kept.</source>
   <translation>L'environnement a été supprimé. Modèles et réglages restent.</translation>
  </message>
  <message>
   <source>Removing SAM 2's environment</source>
   <translation>Suppression de l'environnement de SAM 2</translation>
  </message>
  <message>
   <source>Checking a Python for SAM 2</source>
   <translation>Vérification d'un Python pour SAM 2</translation>
  </message>
  <message>
   <source>Checking SAM 2 on every device</source>
   <translation>Vérification de SAM 2 sur chaque appareil</translation>
  </message>
  <message>
   <source>The environment, the downloaded models and what SAM 2 has seen were removed.</source>
   <translation>L'environnement, les modèles téléchargés et ce que SAM 2 a vu ont été supprimés.</translation>
  </message>
  <message>
   <source>Everything at once</source>
   <translation>Tout à la fois</translation>
  </message>
  <message>
   <source>in the view</source>
   <translation>dans la vue</translation>
  </message>
  <message>
   <source>in the whole raster</source>
   <translation>dans tout le raster</translation>
  </message>
  <message>
   <source>in the selected polygons</source>
   <translation>dans les polygones sélectionnés</translation>
  </message>
  <message>
   <source>The selected polygons are those of the layer that the outlines go to.</source>
   <translation>Les polygones sélectionnés sont ceux de la couche où vont les contours.</translation>
  </message>
  <message>
   <source>Segment all…</source>
   <translation>Tout segmenter…</translation>
  </message>
  <message>
   <source>Draws a polygon around every object, in the background, into a new GeoPackage that fills on the map. More settings: Processing Toolbox &gt; SAM 2.</source>
   <translation>Dessine un polygone autour de chaque objet, en arrière-plan, dans un nouveau GeoPackage qui se remplit sur la carte. Plus de réglages : Boîte à outils de traitements &gt; SAM 2.</translation>
  </message>
  <message>
   <source>Keys of the map tool</source>
   <translation>Touches de l'outil de carte</translation>
  </message>
  <message>
   <source>The usual ones</source>
   <translation>Les habituelles</translation>
  </message>
  <message>
   <source>Click here and press the key. It acts only while the map tool is in use.</source>
   <translation>Cliquer ici et presser la touche. Elle n'agit que pendant l'usage de l'outil de carte.</translation>
  </message>
  <message>
   <source>Models on this computer</source>
   <translation>Modèles sur cet ordinateur</translation>
  </message>
  <message>
   <source>What dialogs and the dock begin with</source>
   <translation>Par quoi commencent dialogues et panneau</translation>
  </message>
  <message>
   <source>qgis_process, scripts and saved models do not look at this, so that they mean the same on every computer.</source>
   <translation>qgis_process, les scripts et les modèles enregistrés ne regardent pas ici, pour dire la même chose sur tout ordinateur.</translation>
  </message>
  <message>
   <source>Add a checkpoint</source>
   <translation>Ajouter des poids</translation>
  </message>
  <message>
   <source>SAM 2 checkpoints (*.pt *.pth);;All files (*)</source>
   <translation>Fichiers de poids SAM 2 (*.pt *.pth);;Tous les fichiers (*)</translation>
  </message>
  <message>
   <source>It can be downloaded again.</source>
   <translation>Il peut être téléchargé de nouveau.</translation>
  </message>
  <message>
   <source>{tile} s a tile, {click} a click</source>
   <translation>{tile} s par tuile, {click} par clic</translation>
  </message>
  <message>
   <source>on: {device}</source>
   <translation>sur : {device}</translation>
  </message>
  <message>
   <source>Press Measure to see how fast it is.</source>
   <translation>Mesurer montre sa vitesse.</translation>
  </message>
  <message>
   <source>Continue</source>
   <translation>Continuer</translation>
  </message>
  <message>
   <source>Download</source>
   <translation>Télécharger</translation>
  </message>
  <message>
   <source>Remove {model} from this computer?</source>
   <translation>Supprimer {model} de cet ordinateur ?</translation>
  </message>
  <message>
   <source>Get the checkpoint; a download that broke off goes on where it was.</source>
   <translation>Chercher les poids ; un téléchargement interrompu reprend où il en était.</translation>
  </message>
  <message>
   <source>What has arrived is kept, and the next download goes on from there.</source>
   <translation>Ce qui est arrivé reste, et le prochain téléchargement reprend de là.</translation>
  </message>
  <message>
   <source>Add from file…</source>
   <translation>Ajouter d'un fichier…</translation>
  </message>
  <message>
   <source>One of Meta's checkpoints that you have already, under any name.</source>
   <translation>Un fichier de poids de Meta que vous avez déjà, sous tout nom.</translation>
  </message>
  <message>
   <source>Remove</source>
   <translation>Supprimer</translation>
  </message>
  <message>
   <source>Delete the downloaded checkpoint.</source>
   <translation>Effacer les poids téléchargés.</translation>
  </message>
  <message>
   <source>Measure</source>
   <translation>Mesurer</translation>
  </message>
  <message>
   <source>See how fast the model is on this computer, also before it is downloaded.</source>
   <translation>Voir la vitesse du modèle sur cet ordinateur, même avant le téléchargement.</translation>
  </message>
  <message>
   <source>Check</source>
   <translation>Vérifier</translation>
  </message>
  <message>
   <source>Let SAM 2 load the checkpoint, and see whether the config fits it.</source>
   <translation>Laisser SAM 2 charger les poids, et voir si la configuration convient.</translation>
  </message>
  <message>
   <source>Nothing shown yet.</source>
   <translation>Rien de montré encore.</translation>
  </message>
  <message>
   <source>This object</source>
   <translation>Cet objet</translation>
  </message>
  <message>
   <source>Undo</source>
   <translation>Annuler</translation>
  </message>
  <message>
   <source>Take the last prompt back.</source>
   <translation>Reprendre la dernière invite.</translation>
  </message>
  <message>
   <source>Redo</source>
   <translation>Refaire</translation>
  </message>
  <message>
   <source>Make it again.</source>
   <translation>La refaire.</translation>
  </message>
  <message>
   <source>Clear</source>
   <translation>Effacer</translation>
  </message>
  <message>
   <source>Forget the prompts of this object.</source>
   <translation>Oublier les invites de cet objet.</translation>
  </message>
  <message>
   <source>a box</source>
   <translation>un rectangle</translation>
  </message>
  <message>
   <source>a lasso</source>
   <translation>un lasso</translation>
  </message>
  <message>
   <source>Shown: {parts}.</source>
   <translation>Montré : {parts}.</translation>
  </message>
  <message>
   <source>Accept</source>
   <translation>Accepter</translation>
  </message>
  <message>
   <source>Put the outline into the layer as a new polygon.</source>
   <translation>Mettre le contour dans la couche comme nouveau polygone.</translation>
  </message>
  <message>
   <source>Add</source>
   <translation>Ajouter</translation>
  </message>
  <message>
   <source>Add the outline to the selected polygon.</source>
   <translation>Ajouter le contour au polygone sélectionné.</translation>
  </message>
  <message>
   <source>Subtract</source>
   <translation>Soustraire</translation>
  </message>
  <message>
   <source>Cut the outline out of the selected polygon.</source>
   <translation>Découper le contour du polygone sélectionné.</translation>
  </message>
  <message>
   <source>Merge with last</source>
   <translation>Fusionner avec le dernier</translation>
  </message>
  <message>
   <source>Join the outline to the one accepted last.</source>
   <translation>Joindre le contour au dernier accepté.</translation>
  </message>
  <message>
   <source>Now click on the object itself.</source>
   <translation>Cliquer maintenant sur l'objet lui-même.</translation>
  </message>
  <message>
   <source>Nothing found: add a point on the object, or drag a box around it.</source>
   <translation>Rien trouvé : ajouter un point sur l'objet, ou tirer un rectangle autour.</translation>
  </message>
  <message>
   <source>{help} On the map: {key}</source>
   <translation>{help} Sur la carte : {key}</translation>
  </message>
  <message>
   <source>{count} on it</source>
   <translation>{count} dessus</translation>
  </message>
  <message>
   <source>{count} beside it</source>
   <translation>{count} à côté</translation>
  </message>
  <message>
   <source>Segment by clicking</source>
   <translation>Segmenter en cliquant</translation>
  </message>
  <message>
   <source>Segment everything…</source>
   <translation>Tout segmenter…</translation>
  </message>
  <message>
   <source>Segment everything in the active raster with SAM 2</source>
   <translation>Tout segmenter avec SAM 2 dans le raster actif</translation>
  </message>
  <message>
   <source>Click objects on the map; SAM 2 draws them</source>
   <translation>Cliquer des objets sur la carte ; SAM 2 les dessine</translation>
  </message>
  <message>
   <source>cut by the raster's edge</source>
   <translation>coupé par le bord du raster</translation>
  </message>
  <message>
   <source>score {score}</source>
   <translation>score {score}</translation>
  </message>
  <message>
   <source>{number} of {count}</source>
   <translation>{number} sur {count}</translation>
  </message>
  <message>
   <source>Empty</source>
   <translation>Vider</translation>
  </message>
  <message>
   <source>Remove all that is kept there. Nothing is lost but time: SAM 2 looks again where you click.</source>
   <translation>Ôter tout ce qui y est gardé. Seul du temps se perd : SAM 2 regarde de nouveau où l'on clique.</translation>
  </message>
  <message>
   <source>all cores</source>
   <translation>tous les cœurs</translation>
  </message>
  <message>
   <source>https://server/folder, if there is one</source>
   <translation>https://serveur/dossier, s'il y en a un</translation>
  </message>
  <message>
   <source>beside the project, else beside the raster</source>
   <translation>à côté du projet, sinon à côté du raster</translation>
  </message>
  <message>
   <source>In use</source>
   <translation>Occupé</translation>
  </message>
  <message>
   <source>Emptying what SAM 2 has seen</source>
   <translation>On vide ce que SAM 2 a vu</translation>
  </message>
  <message>
   <source>Counting</source>
   <translation>On compte</translation>
  </message>
  <message>
   <source>The outline cannot be brought into the CRS of {1}. Check the CRS of both layers.</source>
   <translation>Le contour ne peut pas passer dans le SCR de {1}. Vérifier le SCR des deux couches.</translation>
  </message>
  <message>
   <source>{1} cannot be edited just now. Is another program writing to it?</source>
   <translation>{1} ne peut pas être éditée pour l'instant. Un autre programme y écrit-il ?</translation>
  </message>
  <message>
   <source>{1} takes no polygons. Choose another layer.</source>
   <translation>{1} ne prend pas de polygones. Choisir une autre couche.</translation>
  </message>
  <message>
   <source>{1} polygons, as the layer takes single ones.</source>
   <translation>{1} polygones, car la couche n'en prend que d'une partie.</translation>
  </message>
  <message>
   <source>{1} did not take the outline. Look at the constraints of its fields.</source>
   <translation>{1} n'a pas pris le contour. Regarder les contraintes de ses champs.</translation>
  </message>
  <message>
   <source>Nothing would be left of the polygon. Delete it with QGIS's own tools instead.</source>
   <translation>Il ne resterait rien du polygone. Le supprimer plutôt avec les outils de QGIS.</translation>
  </message>
  <message>
   <source>The polygon would fall into {1} parts, and {2} takes single polygons. Accept the outline as a new polygon instead.</source>
   <translation>Le polygone tomberait en {1} parties, et {2} ne prend que des polygones d'une partie. Accepter plutôt le contour comme nouveau polygone.</translation>
  </message>
  <message>
   <source>{1} did not take the changed polygon.</source>
   <translation>{1} n'a pas pris le polygone modifié.</translation>
  </message>
  <message>
   <source>There is no last outline in the target layer to merge with. Accept one first.</source>
   <translation>Il n'y a pas de dernier contour dans la couche cible avec lequel fusionner. En accepter un d'abord.</translation>
  </message>
  <message>
   <source>Select exactly one polygon of {1} first; {2} are selected.</source>
   <translation>Sélectionner d'abord exactement un polygone de {1} ; {2} sont sélectionnés.</translation>
  </message>
  <message>
   <source>Stopped.</source>
   <translation>Arrêté.</translation>
  </message>
  <message>
   <source>That failed ({1}: {2}). Please report it.</source>
   <translation>Échec ({1} : {2}). Merci de le signaler.</translation>
  </message>
  <message>
   <source>Choose a raster layer first.</source>
   <translation>Choisir d'abord une couche raster.</translation>
  </message>
  <message>
   <source>Select polygons in the layer that the outlines go to first.</source>
   <translation>Sélectionner d'abord des polygones dans la couche où vont les contours.</translation>
  </message>
  <message>
   <source>The answer of SAM 2 could not be read ({1}: {2}). Please report it.</source>
   <translation>La réponse de SAM 2 n'a pas pu être lue ({1} : {2}). Merci de le signaler.</translation>
  </message>
  <message>
   <source>Nothing can be written to {1}: {2}. {3}</source>
   <translation>Rien ne peut être écrit dans {1} : {2}. {3}</translation>
  </message>
  <message>
   <source>{1} objects found. They are in {2}.</source>
   <translation>{1} objets trouvés. Ils sont dans {2}.</translation>
  </message>
  <message>
   <source>What had been found is in {1}.</source>
   <translation>Ce qui avait été trouvé est dans {1}.</translation>
  </message>
  <message>
   <source>The run failed. The log panel, tab Processing, says why.</source>
   <translation>Le traitement a échoué. Le journal des messages, onglet Processing, dit pourquoi.</translation>
  </message>
  <message>
   <source>No key is given for: {1}. Press one for it.</source>
   <translation>Aucune touche n'est donnée pour : {1}. En presser une.</translation>
  </message>
  <message>
   <source>{1} is the key of both {2} and {3}. Choose another one for one of them.</source>
   <translation>{1} est la touche de {2} et de {3}. En choisir une autre pour l'un des deux.</translation>
  </message>
  <message>
   <source>The keys cannot be kept: {1}. Make room on the disk.</source>
   <translation>Les touches ne peuvent pas être gardées : {1}. Faire de la place sur le disque.</translation>
  </message>
  <message>
   <source>{1} is removed; {2} MB are free again.</source>
   <translation>{1} est supprimé ; {2} Mo sont de nouveau libres.</translation>
  </message>
  <message>
   <source>{1} is here.</source>
   <translation>{1} est là.</translation>
  </message>
  <message>
   <source>Downloading {1}</source>
   <translation>Téléchargement de {1}</translation>
  </message>
  <message>
   <source>Adding {1}</source>
   <translation>Ajout de {1}</translation>
  </message>
  <message>
   <source>Not as published: {1}. Remove it and download it again.</source>
   <translation>Pas comme publié : {1}. Le supprimer et le télécharger de nouveau.</translation>
  </message>
  <message>
   <source>Checking models</source>
   <translation>Vérification des modèles</translation>
  </message>
  <message>
   <source>{1}: {2} s for a tile, on: {3}.</source>
   <translation>{1} : {2} s pour une tuile, sur : {3}.</translation>
  </message>
  <message>
   <source>Measuring {1}</source>
   <translation>Mesure de {1}</translation>
  </message>
  <message>
   <source>{1} can be used: {2} million weights, images of {3} pixels, config {4}.</source>
   <translation>{1} peut servir : {2} millions de poids, images de {3} pixels, configuration {4}.</translation>
  </message>
  <message>
   <source>Checking the model</source>
   <translation>Vérification du modèle</translation>
  </message>
  <message>
   <source>{1} of {2} MB</source>
   <translation>{1} sur {2} Mo</translation>
  </message>
  <message>
   <source>starting the worker</source>
   <translation>SAM 2 démarre</translation>
  </message>
  <message>
   <source>QGIS is set to the SOCKS proxy {1} (Settings &gt; Options &gt; Network), which downloads of models cannot use. Choose an HTTP proxy there, or get the file another way and add it.</source>
   <translation>QGIS est réglé sur le proxy SOCKS {1} (Préférences &gt; Options &gt; Réseau), que les téléchargements de modèles ne peuvent pas utiliser. Y choisir un proxy HTTP, ou se procurer le fichier autrement et l'ajouter.</translation>
  </message>
  <message>
   <source>That is outside {1}. Prompts must lie on the raster.</source>
   <translation>C'est hors de {1}. Les invites doivent être sur le raster.</translation>
  </message>
  <message>
   <source>There is no outline to accept yet. Click an object, or drag a box around it.</source>
   <translation>Il n'y a pas encore de contour à accepter. Cliquer un objet, ou tirer un rectangle autour.</translation>
  </message>
  <message>
   <source>SAM 2 found nothing here. Add a point on the object, or drag a box around it.</source>
   <translation>SAM 2 n'a rien trouvé ici. Ajouter un point sur l'objet, ou tirer un rectangle autour.</translation>
  </message>
  <message>
   <source>SAM 2 looks at the view for the first time.</source>
   <translation>SAM 2 regarde la vue pour la première fois.</translation>
  </message>
  <message>
   <source>SAM 2 looks at the view: about {1} s left.</source>
   <translation>SAM 2 regarde la vue : encore {1} s environ.</translation>
  </message>
  <message>
   <source>{1} You can click already, pan and zoom.</source>
   <translation>{1} On peut déjà cliquer, déplacer et zoomer.</translation>
  </message>
  <message>
   <source>{1} Your prompts are kept.</source>
   <translation>{1} Les invites sont gardées.</translation>
  </message>
  <message>
   <source>Choose a polygon layer for the outlines, or make a new one.</source>
   <translation>Choisir une couche de polygones pour les contours, ou en créer une.</translation>
  </message>
  <message>
   <source>{1} has lost its source. Repair it, or choose another layer.</source>
   <translation>{1} a perdu sa source. La réparer, ou choisir une autre couche.</translation>
  </message>
  <message>
   <source>{1} holds no polygons. Choose a polygon layer.</source>
   <translation>{1} ne contient pas de polygones. Choisir une couche de polygones.</translation>
  </message>
  <message>
   <source>{1} is read-only in this project. Choose another layer, or make a new one.</source>
   <translation>{1} est en lecture seule dans ce projet. Choisir une autre couche, ou en créer une.</translation>
  </message>
  <message>
   <source>The outlines of {1} cannot be changed in its format. Export it as a GeoPackage.</source>
   <translation>Les contours de {1} ne peuvent pas changer dans son format. L'exporter en GeoPackage.</translation>
  </message>
  <message>
   <source>{1} cannot be edited: its file or format is read-only. Choose another layer, or make a new one.</source>
   <translation>{1} ne peut pas être éditée : son fichier ou son format est en lecture seule. Choisir une autre couche, ou en créer une.</translation>
  </message>
  <message>
   <source>The GeoPackage {1} cannot be made: {2}. Choose another place.</source>
   <translation>Le GeoPackage {1} ne peut pas être créé : {2}. Choisir un autre endroit.</translation>
  </message>
  <message>
   <source>The GeoPackage {1} has been made but cannot be opened. Choose another place.</source>
   <translation>Le GeoPackage {1} a été créé mais ne s'ouvre pas. Choisir un autre endroit.</translation>
  </message>
  <message>
   <source>The run was cancelled.</source>
   <translation>Le traitement a été annulé.</translation>
  </message>
  <message>
   <source>The view of the web layer could not be saved to {1}. Is the disk full?</source>
   <translation>La vue de la couche web n'a pas pu être enregistrée dans {1}. Le disque est-il plein ?</translation>
  </message>
  <message>
   <source>Feature {1} of {2} cannot be reprojected to the raster's CRS. Check the CRS of the layer, or leave MASK_LAYER empty.</source>
   <translation>L'entité {1} de {2} ne peut pas être reprojetée dans le SCR du raster. Vérifier le SCR de la couche, ou laisser MASK_LAYER vide.</translation>
  </message>
  <message>
   <source>{1} has no polygons, so there is no area of interest. Draw one, clear the selection, or leave MASK_LAYER empty.</source>
   <translation>{1} n'a pas de polygones, donc il n'y a pas de zone d'intérêt. En dessiner un, annuler la sélection, ou laisser MASK_LAYER vide.</translation>
  </message>
  <message>
   <source>{1} is {2}, which QGIS cannot open as a layer of polygons. Choose another one.</source>
   <translation>{1} est {2}, que QGIS ne peut pas ouvrir comme couche de polygones. En choisir une autre.</translation>
  </message>
  <message>
   <source>Reading {1}</source>
   <translation>Lecture de {1}</translation>
  </message>
  <message>
   <source>{1} or the raster has no CRS; both are taken to be in the same one.</source>
   <translation>{1} ou le raster n'a pas de SCR ; les deux sont supposés dans le même.</translation>
  </message>
  <message>
   <source>Feature {1} of {2} cannot be reprojected to {3}. Check the CRS of the layer.</source>
   <translation>L'entité {1} de {2} ne peut pas être reprojetée vers {3}. Vérifier le SCR de la couche.</translation>
  </message>
  <message>
   <source>{1} has no field {2}; it has {3}.</source>
   <translation>{1} n'a pas de champ {2} ; il y a {3}.</translation>
  </message>
  <message>
   <source>{1} cannot be written: {2}.</source>
   <translation>{1} ne peut pas être écrit : {2}.</translation>
  </message>
  <message>
   <source>The output layer cannot be created. {1}</source>
   <translation>La couche de sortie ne peut pas être créée. {1}</translation>
  </message>
  <message>
   <source>The output layer cannot be created: OUTPUT is missing.</source>
   <translation>La couche de sortie ne peut pas être créée : OUTPUT manque.</translation>
  </message>
  <message>
   <source>The objects cannot be written to {1}: {2}. Check that the disk has space left and that you may write there.</source>
   <translation>Les objets ne peuvent pas être écrits dans {1} : {2}. Vérifier qu'il reste de la place sur le disque et qu'on peut y écrire.</translation>
  </message>
  <message>
   <source>{1} is {2}, but the folder {3} does not exist.</source>
   <translation>{1} est {2}, mais le dossier {3} n'existe pas.</translation>
  </message>
  <message>
   <source>{1} is {2}, but you may not write to the folder {3}. Choose another one.</source>
   <translation>{1} est {2}, mais on ne peut pas écrire dans le dossier {3}. En choisir un autre.</translation>
  </message>
  <message>
   <source>{1} is {2}, which covers no area. Give xmin,xmax,ymin,ymax and, in square brackets, their CRS; or leave it empty for the whole raster.</source>
   <translation>{1} est {2}, qui n'a pas de surface. Donner xmin,xmax,ymin,ymax et, entre crochets, leur SCR ; ou laisser vide pour tout le raster.</translation>
  </message>
  <message>
   <source>{1} lies outside {2}, which covers {3}. Check the CRS of both, or leave it empty for the whole raster.</source>
   <translation>{1} est hors de {2}, qui couvre {3}. Vérifier le SCR des deux, ou laisser vide pour tout le raster.</translation>
  </message>
  <message>
   <source>{1} is {2}, a table without geometry. Choose a layer of points, lines or polygons.</source>
   <translation>{1} est {2}, une table sans géométrie. Choisir une couche de points, de lignes ou de polygones.</translation>
  </message>
  <message>
   <source>Reading the prompts</source>
   <translation>Lecture des invites</translation>
  </message>
  <message>
   <source>{1} has no CRS; its coordinates are taken for those of the raster.</source>
   <translation>{1} n'a pas de SCR ; ses coordonnées sont prises pour celles du raster.</translation>
  </message>
  <message>
   <source>of {1} cannot be reprojected to the raster's CRS and are left out</source>
   <translation>de {1} ne peuvent pas être reprojetées dans le SCR du raster et sont laissées de côté</translation>
  </message>
  <message>
   <source>of {1} have no geometry and are left out</source>
   <translation>de {1} n'ont pas de géométrie et sont laissées de côté</translation>
  </message>
  <message>
   <source>of {1} are not valid polygons; what can be repaired of them prompts</source>
   <translation>de {1} ne sont pas des polygones valides ; ce qui peut en être réparé sert d'invite</translation>
  </message>
  <message>
   <source>{1} has changed during the run: it has no feature {2} any more. Run it again, and leave the layer alone meanwhile.</source>
   <translation>{1} a changé pendant le traitement : l'entité {2} n'y est plus. Le relancer, et laisser la couche tranquille pendant ce temps.</translation>
  </message>
  <message>
   <source>{1} has no field {2}. Choose one of these: {3}.</source>
   <translation>{1} n'a pas de champ {2}. Choisir l'un de ceux-ci : {3}.</translation>
  </message>
  <message>
   <source>no value</source>
   <translation>aucune valeur</translation>
  </message>
  <message>
   <source>Feature {1} of {2} has {3} in {4}, the LABEL_FIELD; it must be 1 (lies on the object) or 0 (lies beside it).</source>
   <translation>L'entité {1} de {2} a {3} dans {4}, le LABEL_FIELD ; ce doit être 1 (sur l'objet) ou 0 (à côté).</translation>
  </message>
  <message>
   <source>and {1} more</source>
   <translation>et {1} autres</translation>
  </message>
  <message>
   <source>{1} features {2}: {3}{4}.</source>
   <translation>{1} entités {2} : {3}{4}.</translation>
  </message>
  <message>
   <source>{1} is missing: choose the raster to work on.</source>
   <translation>{1} manque : choisir le raster à traiter.</translation>
  </message>
  <message>
   <source>{1} is the vector layer {2}. Choose a raster: an aerial or satellite image.</source>
   <translation>{1} est la couche vecteur {2}. Choisir un raster : une image aérienne ou de satellite.</translation>
  </message>
  <message>
   <source>{1} is {2}, which does not exist.</source>
   <translation>{1} est {2}, qui n'existe pas.</translation>
  </message>
  <message>
   <source>{1} is {2}, which QGIS cannot open as a raster. Choose a raster layer or the file of an image.</source>
   <translation>{1} est {2}, que QGIS ne peut pas ouvrir comme raster. Choisir une couche raster ou le fichier d'une image.</translation>
  </message>
  <message>
   <source>{1} is not a file on this computer ({2}), so SAM 2 cannot read its pixels. Export the part you need as a GeoTIFF first: Layer &gt; Save As…, then use that file.</source>
   <translation>{1} n'est pas un fichier de cet ordinateur ({2}), SAM 2 ne peut donc pas lire ses pixels. Exporter d'abord la partie utile en GeoTIFF : Couche &gt; Enregistrer sous…, puis prendre ce fichier.</translation>
  </message>
  <message>
   <source>The layer's open option {1} is not used.</source>
   <translation>L'option d'ouverture {1} de la couche ne sert pas.</translation>
  </message>
  <message>
   <source>{1} objects found before are in {2}, which is not complete.</source>
   <translation>{1} objets trouvés avant sont dans {2}, qui n'est pas complet.</translation>
  </message>
  <message>
   <source>Run it again with RESUME to go on from there.</source>
   <translation>Le relancer avec RESUME pour reprendre de là.</translation>
  </message>
  <message>
   <source>{1} It could not be marked as such: {2}.</source>
   <translation>{1} Il n'a pas pu être marqué ainsi : {2}.</translation>
  </message>
  <message>
   <source>The layer's metadata could not be saved: {1}</source>
   <translation>Les métadonnées de la couche n'ont pas pu être enregistrées : {1}</translation>
  </message>
  <message>
   <source>Open Settings &gt; Options &gt; SAM 2 Toolbox in QGIS, or run this once: {1}</source>
   <translation>Ouvrir dans QGIS Préférences &gt; Options &gt; SAM 2 Toolbox, ou exécuter ceci une fois : {1}</translation>
  </message>
  <message>
   <source>SAM2_TOOLBOX_PYTHON names {1}, which does not exist. Point it at a Python with the requirements of SAM 2 Toolbox, or unset it.</source>
   <translation>SAM2_TOOLBOX_PYTHON nomme {1}, qui n'existe pas. Lui donner un Python qui a ce que demande SAM 2 Toolbox, ou l'enlever.</translation>
  </message>
  <message>
   <source>The Python chosen for SAM 2, {1}, is not there any more.</source>
   <translation>Le Python choisi pour SAM 2, {1}, n'est plus là.</translation>
  </message>
  <message>
   <source>The Python environment that runs SAM 2 is not installed in {1}.</source>
   <translation>L'environnement Python qui fait tourner SAM 2 n'est pas installé dans {1}.</translation>
  </message>
  <message>
   <source>The Python environment in {1} was made for another version of SAM 2 Toolbox.</source>
   <translation>L'environnement Python de {1} a été fait pour une autre version de SAM 2 Toolbox.</translation>
  </message>
  <message>
   <source>The worker sent an incomplete frame of features ({1} bytes).</source>
   <translation>SAM 2 a envoyé un bloc d'objets incomplet ({1} octets).</translation>
  </message>
  <message>
   <source>Another process is making the environment; waiting for it.</source>
   <translation>Un autre processus crée l'environnement ; on l'attend.</translation>
  </message>
  <message>
   <source>Have it removed by someone who may write there.</source>
   <translation>Le faire supprimer par quelqu'un qui peut y écrire.</translation>
  </message>
  <message>
   <source>Close every QGIS that uses SAM 2 Toolbox and try again, or remove the folder yourself.</source>
   <translation>Fermer tous les QGIS qui utilisent SAM 2 Toolbox et réessayer, ou supprimer le dossier soi-même.</translation>
  </message>
  <message>
   <source>The environment in {1} could not be removed: {2}. {3}</source>
   <translation>L'environnement de {1} n'a pas pu être supprimé : {2}. {3}</translation>
  </message>
  <message>
   <source>The new environment could not be moved to {1}: {2}. Close every QGIS that uses SAM 2 Toolbox and try again.</source>
   <translation>Le nouvel environnement n'a pas pu être déplacé vers {1} : {2}. Fermer tous les QGIS qui utilisent SAM 2 Toolbox et réessayer.</translation>
  </message>
  <message>
   <source>The environment cannot be made in {1}: {2}. {3}</source>
   <translation>L'environnement ne peut pas être créé dans {1} : {2}. {3}</translation>
  </message>
  <message>
   <source>making the environment</source>
   <translation>création de l'environnement</translation>
  </message>
  <message>
   <source>finding PyTorch</source>
   <translation>recherche de PyTorch</translation>
  </message>
  <message>
   <source>Installing what reads rasters (about 500 MB), and PyTorch: {1}</source>
   <translation>Installation de ce qui lit les rasters (environ 500 Mo), et de PyTorch : {1}</translation>
  </message>
  <message>
   <source>installing what reads rasters</source>
   <translation>installation de ce qui lit les rasters</translation>
  </message>
  <message>
   <source>install what reads rasters</source>
   <translation>installer ce qui lit les rasters</translation>
  </message>
  <message>
   <source>installing PyTorch</source>
   <translation>installation de PyTorch</translation>
  </message>
  <message>
   <source>installing SAM 2</source>
   <translation>installation de SAM 2</translation>
  </message>
  <message>
   <source>install SAM 2</source>
   <translation>installer SAM 2</translation>
  </message>
  <message>
   <source>checking that everything loads</source>
   <translation>vérification que tout se charge</translation>
  </message>
  <message>
   <source>PyTorch cannot use the NVIDIA GPU with the driver installed; a newer driver may help.</source>
   <translation>PyTorch ne peut pas utiliser le GPU NVIDIA avec le pilote installé ; un pilote plus récent aiderait peut-être.</translation>
  </message>
  <message>
   <source>The environment is ready ({1} s).</source>
   <translation>L'environnement est prêt ({1} s).</translation>
  </message>
  <message>
   <source>load what was installed</source>
   <translation>charger ce qui est installé</translation>
  </message>
  <message>
   <source>Making a Python environment in {1}, with a Python fetched by uv.</source>
   <translation>Création d'un environnement Python dans {1}, avec un Python que cherche uv.</translation>
  </message>
  <message>
   <source>Making a Python {1} environment in {2}, with uv.</source>
   <translation>Création d'un environnement Python {1} dans {2}, avec uv.</translation>
  </message>
  <message>
   <source>Making a Python {1} environment in {2}.</source>
   <translation>Création d'un environnement Python {1} dans {2}.</translation>
  </message>
  <message>
   <source>find another build of PyTorch</source>
   <translation>trouver une autre version de PyTorch</translation>
  </message>
  <message>
   <source>install PyTorch</source>
   <translation>installer PyTorch</translation>
  </message>
  <message>
   <source>The environment needs {1} GB of free disk space and {2} has {3} GB. Free some, or set SAM2_TOOLBOX_HOME to a folder on another disk.</source>
   <translation>L'environnement demande {1} Go libres sur le disque, et {2} a {3} Go. En libérer, ou donner à SAM2_TOOLBOX_HOME un dossier d'un autre disque.</translation>
  </message>
  <message>
   <source>SAM 2 runs in a Python environment of its own, which is not installed yet.</source>
   <translation>SAM 2 tourne dans un environnement Python à lui, qui n'est pas encore installé.</translation>
  </message>
  <message>
   <source>An installation was cut short. Installing again goes on with what it has downloaded.</source>
   <translation>Une installation a été interrompue. Réinstaller reprend avec ce qui est déjà téléchargé.</translation>
  </message>
  <message>
   <source>The variable SAM2_TOOLBOX_PYTHON decides, whatever is chosen here: SAM 2 runs with {1}.</source>
   <translation>La variable SAM2_TOOLBOX_PYTHON décide, quel que soit le choix ici : SAM 2 tourne avec {1}.</translation>
  </message>
  <message>
   <source>SAM 2 runs with a Python of your own, {1}.</source>
   <translation>SAM 2 tourne avec un Python à vous, {1}.</translation>
  </message>
  <message>
   <source>SAM 2 is installed: {1}.</source>
   <translation>SAM 2 est installé : {1}.</translation>
  </message>
  <message>
   <source>the disk is full. Free some space and try again; what has been downloaded is kept</source>
   <translation>le disque est plein. Faire de la place et réessayer ; ce qui est téléchargé est gardé</translation>
  </message>
  <message>
   <source>the proxy did not let the connection through. Check address, user and password in QGIS's Settings &gt; Options &gt; Network and try again</source>
   <translation>le proxy n'a pas laissé passer la connexion. Vérifier adresse, utilisateur et mot de passe dans QGIS, Préférences &gt; Options &gt; Réseau, et réessayer</translation>
  </message>
  <message>
   <source>the address of the package index is not safe: it begins with http. Use the one that begins with https, and try again</source>
   <translation>l'adresse de l'index de paquets n'est pas sûre : elle commence par http. Prendre celle qui commence par https et réessayer</translation>
  </message>
  <message>
   <source>the package index refused the user. Check the address of your index, with user and password before its host, and try again</source>
   <translation>l'index de paquets a refusé l'utilisateur. Vérifier l'adresse de votre index, avec utilisateur et mot de passe devant l'hôte, et réessayer</translation>
  </message>
  <message>
   <source>the certificate of the connection was not trusted. Behind a company's proxy, choose its file of certificates (PEM) and try again</source>
   <translation>le certificat de la connexion n'a pas été reconnu. Derrière un proxy d'entreprise, choisir son fichier de certificats (PEM) et réessayer</translation>
  </message>
  <message>
   <source>the package index could not be reached, or the connection broke. Check the internet connection, and QGIS's proxy in Settings &gt; Options &gt; Network, and try again; what has been downloaded is kept. Without network, choose a folder of wheels</source>
   <translation>l'index de paquets n'a pas pu être joint, ou la connexion s'est rompue. Vérifier la connexion internet et le proxy de QGIS dans Préférences &gt; Options &gt; Réseau, et réessayer ; ce qui est téléchargé est gardé. Sans réseau, choisir un dossier de wheels</translation>
  </message>
  <message>
   <source>a file of packages is damaged. If it is from a folder of wheels, copy it there again, and try again</source>
   <translation>un fichier de paquets est abîmé. S'il vient d'un dossier de wheels, l'y copier de nouveau et réessayer</translation>
  </message>
  <message>
   <source>a folder could not be written. Check its permissions, or set SAM2_TOOLBOX_HOME to another folder (QGIS: Settings &gt; Options &gt; System &gt; Environment), and try again</source>
   <translation>un dossier n'a pas pu être écrit. Vérifier ses droits, ou donner à SAM2_TOOLBOX_HOME un autre dossier (QGIS : Préférences &gt; Options &gt; Système &gt; Environnement), et réessayer</translation>
  </message>
  <message>
   <source>SAM 2's environment could not be made (failed to {1}): {2}. What was tried is in {3}.</source>
   <translation>L'environnement de SAM 2 n'a pas pu être créé (échec : {1}) : {2}. Ce qui a été tenté est dans {3}.</translation>
  </message>
  <message>
   <source>{1} is not the file that this version of SAM 2 Toolbox was tested with (its SHA-256 is another), so it was refused. Get it again from a place you trust</source>
   <translation>{1} n'est pas le fichier avec lequel cette version de SAM 2 Toolbox a été essayée (son SHA-256 est autre), il a donc été refusé. Le reprendre à un endroit de confiance</translation>
  </message>
  <message>
   <source>{1}. Try again; what has been downloaded is kept</source>
   <translation>{1}. Réessayer ; ce qui est téléchargé est gardé</translation>
  </message>
  <message>
   <source>the package index has no build for this computer's Python and processor. Install another Python (3.10 to 3.14, 64 bit) and try again</source>
   <translation>l'index de paquets n'a rien pour le Python et le processeur de cet ordinateur. Installer un autre Python (3.10 à 3.14, 64 bits) et réessayer</translation>
  </message>
  <message>
   <source>the package index has no {1} for this computer's Python and processor. Check the address of your index, which most often ends with /simple, and try again</source>
   <translation>l'index de paquets n'a pas de {1} pour le Python et le processeur de cet ordinateur. Vérifier l'adresse de votre index, qui finit le plus souvent par /simple, et réessayer</translation>
  </message>
  <message>
   <source>the folder of wheels, {1}, has no {2} for this computer's Python and processor. Add it, or make the folder again on a computer of the same kind (docs/install.md), and try again</source>
   <translation>le dossier de wheels, {1}, n'a pas de {2} pour le Python et le processeur de cet ordinateur. L'ajouter, ou refaire le dossier sur un ordinateur du même genre (docs/install.md), et réessayer</translation>
  </message>
  <message>
   <source>Step {1} of {2}: {3}</source>
   <translation>Étape {1} sur {2} : {3}</translation>
  </message>
  <message>
   <source>{1}, {2} {3} of {4} MB</source>
   <translation>{1}, {2} {3} sur {4} Mo</translation>
  </message>
  <message>
   <source>{1}, {2} MB downloaded</source>
   <translation>{1}, {2} Mo téléchargés</translation>
  </message>
  <message>
   <source>{1} could not be started: {2}. Try again; if that does not help, remove the environment and install it again.</source>
   <translation>{1} n'a pas démarré : {2}. Réessayer ; sinon, supprimer l'environnement et le réinstaller.</translation>
  </message>
  <message>
   <source>make the environment</source>
   <translation>créer l'environnement</translation>
  </message>
  <message>
   <source>update pip</source>
   <translation>mettre pip à jour</translation>
  </message>
  <message>
   <source>find PyTorch</source>
   <translation>trouver PyTorch</translation>
  </message>
  <message>
   <source>fetch uv</source>
   <translation>chercher uv</translation>
  </message>
  <message>
   <source>install what builds packages</source>
   <translation>installer ce qui construit les paquets</translation>
  </message>
  <message>
   <source>read pip's settings</source>
   <translation>lire les réglages de pip</translation>
  </message>
  <message>
   <source>{1} cannot make virtual environments. Install its venv module (on Debian and Ubuntu: apt install python3-venv) and try again.</source>
   <translation>{1} ne peut pas créer d'environnements virtuels. Installer son module venv (sous Debian et Ubuntu : apt install python3-venv) et réessayer.</translation>
  </message>
  <message>
   <source>No Python 3.{1} to 3.{2} was found on this computer, and SAM 2 needs one. Install Python (on Debian and Ubuntu: apt install python3 python3-venv) and try again.</source>
   <translation>Aucun Python 3.{1} à 3.{2} n'a été trouvé sur cet ordinateur, et SAM 2 en demande un. Installer Python (sous Debian et Ubuntu : apt install python3 python3-venv) et réessayer.</translation>
  </message>
  <message>
   <source>{1} runs SAM 2: Python {2}, PyTorch {3}.</source>
   <translation>{1} fait tourner SAM 2 : Python {2}, PyTorch {3}.</translation>
  </message>
  <message>
   <source>Tested with other versions: {1}.</source>
   <translation>Essayé avec d'autres versions : {1}.</translation>
  </message>
  <message>
   <source>There is no Python in {1}. Choose an interpreter or the folder of an environment.</source>
   <translation>Il n'y a pas de Python dans {1}. Choisir un interpréteur ou le dossier d'un environnement.</translation>
  </message>
  <message>
   <source>{1} is Python {2}; SAM 2 needs {3} or newer.</source>
   <translation>{1} est Python {2} ; SAM 2 demande {3} ou plus récent.</translation>
  </message>
  <message>
   <source>{1} lacks {2}. Install what resources/requirements-worker.txt lists into it, or choose another Python.</source>
   <translation>À {1} il manque {2}. Y installer ce que liste resources/requirements-worker.txt, ou choisir un autre Python.</translation>
  </message>
  <message>
   <source>{1} does not answer as a Python does. Choose another one.</source>
   <translation>{1} ne répond pas comme un Python. En choisir un autre.</translation>
  </message>
  <message>
   <source>The folder of wheels, {1}, does not exist. Choose another one, or none to install from the network.</source>
   <translation>Le dossier de wheels, {1}, n'existe pas. En choisir un autre, ou aucun pour installer depuis le réseau.</translation>
  </message>
  <message>
   <source>The file of certificates, {1}, does not exist. Choose another one, or none to trust what this computer trusts.</source>
   <translation>Le fichier de certificats {1} n'existe pas. En choisir un autre, ou aucun pour se fier à ce que reconnaît cet ordinateur.</translation>
  </message>
  <message>
   <source>the CPU build (about 1 GB)</source>
   <translation>la version CPU (environ 1 Go)</translation>
  </message>
  <message>
   <source>the CUDA build (about 5.5 GB)</source>
   <translation>la version CUDA (environ 5,5 Go)</translation>
  </message>
  <message>
   <source>{1}, although {2}: the smaller CPU build could not be reached from here</source>
   <translation>{1}, bien que : {2} ; la version CPU, plus petite, n'a pas pu être jointe d'ici</translation>
  </message>
  <message>
   <source>you have asked for it</source>
   <translation>c'est demandé</translation>
  </message>
  <message>
   <source>it uses Apple's GPU (Metal), too</source>
   <translation>elle utilise aussi le GPU d'Apple (Metal)</translation>
  </message>
  <message>
   <source>this computer has no NVIDIA GPU with its driver</source>
   <translation>cet ordinateur n'a pas de GPU NVIDIA avec son pilote</translation>
  </message>
  <message>
   <source>the NVIDIA driver {1} is too old, CUDA needs {2} or newer</source>
   <translation>le pilote NVIDIA {1} est trop ancien, CUDA demande {2} ou plus récent</translation>
  </message>
  <message>
   <source>the NVIDIA GPU</source>
   <translation>le GPU NVIDIA</translation>
  </message>
  <message>
   <source>no CUDA build for {1} could be reached from here</source>
   <translation>aucune version CUDA pour {1} n'a pu être jointe d'ici</translation>
  </message>
  <message>
   <source>{1} is not the file that this version of SAM 2 Toolbox was tested with: its SHA-256 is another, so it may be damaged or forged. It was refused. Get it again from a place you trust.</source>
   <translation>{1} n'est pas le fichier avec lequel cette version de SAM 2 Toolbox a été essayée : son SHA-256 est autre, il peut donc être abîmé ou falsifié. Il a été refusé. Le reprendre à un endroit de confiance.</translation>
  </message>
  <message>
   <source>The features cannot be put down in {1}: {2}. Check that the disk has space left and that you may write there.</source>
   <translation>Les objets ne peuvent pas être déposés dans {1} : {2}. Vérifier qu'il reste de la place sur le disque et qu'on peut y écrire.</translation>
  </message>
  <message>
   <source>The features in {1} cannot be read: {2}. Start the run again.</source>
   <translation>Les objets de {1} ne peuvent pas être lus : {2}. Relancer le traitement.</translation>
  </message>
  <message>
   <source>The worker is not running. Start it again.</source>
   <translation>Le processus de SAM 2 ne tourne pas. Le redémarrer.</translation>
  </message>
  <message>
   <source>The worker did not answer within {1} seconds of its start. Try again; if that does not help, set up the worker environment again.</source>
   <translation>Le processus de SAM 2 n'a pas répondu {1} secondes après son démarrage. Réessayer ; sinon, refaire l'environnement.</translation>
  </message>
  <message>
   <source>The worker did not begin with a hello. Install the plugin again.</source>
   <translation>Le processus de SAM 2 n'a pas commencé par un salut. Réinstaller l'extension.</translation>
  </message>
  <message>
   <source>The worker process stopped {1}: {2}. Run it again; if that does not help, set up the worker environment again.</source>
   <translation>Le processus de SAM 2 s'est arrêté {1} : {2}. Réessayer ; sinon, refaire l'environnement.</translation>
  </message>
  <message>
   <source>The file of certificates, {1}, cannot be read: {2}. Choose another one, or none, where the environment is set up.</source>
   <translation>Le fichier de certificats {1} ne peut pas être lu : {2}. En choisir un autre, ou aucun, là où l'environnement se règle.</translation>
  </message>
  <message>
   <source>it answers {1} ({2})</source>
   <translation>il répond {1} ({2})</translation>
  </message>
  <message>
   <source>its certificate is not trusted ({1}); behind a company's proxy, add the company's certificate in Settings &gt; Options &gt; Authentication</source>
   <translation>son certificat n'est pas reconnu ({1}) ; derrière un proxy d'entreprise, ajouter le certificat de l'entreprise dans Préférences &gt; Options &gt; Authentification</translation>
  </message>
  <message>
   <source>no safe connection comes about ({1})</source>
   <translation>aucune connexion sûre ne s'établit ({1})</translation>
  </message>
  <message>
   <source>it was silent for {1} s</source>
   <translation>il est resté muet {1} s</translation>
  </message>
  <message>
   <source>the proxy refuses ({1})</source>
   <translation>le proxy refuse ({1})</translation>
  </message>
  <message>
   <source>the connection fails ({1})</source>
   <translation>la connexion échoue ({1})</translation>
  </message>
  <message>
   <source>{1} cannot be started: {2}. Choose another.</source>
   <translation>{1} ne démarre pas : {2}. En choisir un autre.</translation>
  </message>
  <message>
   <source>{1} does not run what SAM 2 needs ({2}).</source>
   <translation>{1} ne fait pas tourner ce qu'il faut à SAM 2 ({2}).</translation>
  </message>
  <message>
   <source>The worker speaks version {1} of the protocol, this plugin version {2}. Restart QGIS; if that does not help, install the plugin again.</source>
   <translation>Le processus de SAM 2 parle la version {1} du protocole, cette extension la version {2}. Redémarrer QGIS ; sinon, réinstaller l'extension.</translation>
  </message>
  <message>
   <source>The worker sent {1}, which this plugin does not understand. Restart QGIS; if that does not help, install the plugin again.</source>
   <translation>Le processus de SAM 2 a envoyé {1}, que cette extension ne comprend pas. Redémarrer QGIS ; sinon, réinstaller l'extension.</translation>
  </message>
  <message>
   <source>it was killed, often because the computer ran out of memory</source>
   <translation>il a été tué, souvent parce que l'ordinateur manquait de mémoire</translation>
  </message>
  <message>
   <source>it was told to stop by another program</source>
   <translation>un autre programme l'a arrêté</translation>
  </message>
  <message>
   <source>it crashed in a native library, reading memory that is not its own</source>
   <translation>il a planté dans une bibliothèque, en lisant une mémoire qui n'est pas la sienne</translation>
  </message>
  <message>
   <source>it crashed in a native library, often because a file shrank or the disk is full</source>
   <translation>il a planté dans une bibliothèque, souvent parce qu'un fichier a raccourci ou que le disque est plein</translation>
  </message>
  <message>
   <source>a native library gave up</source>
   <translation>une bibliothèque a abandonné</translation>
  </message>
  <message>
   <source>it used an instruction this processor does not have</source>
   <translation>il a utilisé une instruction que ce processeur n'a pas</translation>
  </message>
  <message>
   <source>it crashed in a native library's arithmetic</source>
   <translation>il a planté dans les calculs d'une bibliothèque</translation>
  </message>
  <message>
   <source>the computer ran out of memory</source>
   <translation>l'ordinateur manquait de mémoire</translation>
  </message>
  <message>
   <source>it ran out of stack</source>
   <translation>il manquait de pile</translation>
  </message>
  <message>
   <source>a library (DLL) it needs was not found</source>
   <translation>une bibliothèque (DLL) nécessaire n'a pas été trouvée</translation>
  </message>
  <message>
   <source>a library (DLL) it needs could not be started</source>
   <translation>une bibliothèque (DLL) nécessaire n'a pas démarré</translation>
  </message>
  <message>
   <source>it ended by signal {1}</source>
   <translation>il a fini par le signal {1}</translation>
  </message>
  <message>
   <source>{1} (exit code 0x{2})</source>
   <translation>{1} (code de sortie 0x{2})</translation>
  </message>
  <message>
   <source>it ended with exit code {1}</source>
   <translation>il a fini avec le code de sortie {1}</translation>
  </message>
  <message>
   <source>The worker sent something that is not a message of this plugin: {1}. Repair the worker's environment.</source>
   <translation>SAM 2 a envoyé quelque chose qui n'est pas un message de cette extension : {1}. Réparer l'environnement.</translation>
  </message>
  <message>
   <source>The worker stopped in the middle of a message.</source>
   <translation>Le processus de SAM 2 s'est arrêté au milieu d'un message.</translation>
  </message>
  <message>
   <source>The worker's Python, {1}, cannot be started: {2}. Set up the worker environment again.</source>
   <translation>Le Python de SAM 2, {1}, ne démarre pas : {2}. Refaire l'environnement.</translation>
  </message>
  <message>
   <source>{1} comes with the plugin; there is nothing to download.</source>
   <translation>{1} vient avec l'extension ; il n'y a rien à télécharger.</translation>
  </message>
  <message>
   <source>Another QGIS or script downloads {1}; waiting for it.</source>
   <translation>Un autre QGIS ou script télécharge {1} ; on l'attend.</translation>
  </message>
  <message>
   <source>{1} is not to be had from {2}.</source>
   <translation>{1} ne s'obtient pas de {2}.</translation>
  </message>
  <message>
   <source>What has arrived is kept, and the next try goes on from there.</source>
   <translation>Ce qui est arrivé est gardé, et le prochain essai reprend de là.</translation>
  </message>
  <message>
   <source>{1} could not be downloaded. {2}.{3} Check the internet connection and the proxy (in QGIS: Settings &gt; Options &gt; Network), or get {4} another way and add it from the file.</source>
   <translation>{1} n'a pas pu être téléchargé. {2}.{3} Vérifier la connexion internet et le proxy (dans QGIS : Préférences &gt; Options &gt; Réseau), ou se procurer {4} autrement et l'ajouter depuis le fichier.</translation>
  </message>
  <message>
   <source>it breaks off after {1} of {2} MB</source>
   <translation>elle s'interrompt après {1} sur {2} Mo</translation>
  </message>
  <message>
   <source>Checking {1}.</source>
   <translation>Vérification de {1}.</translation>
  </message>
  <message>
   <source>{1} needs {2} MB more in {3}, and {4} MB are free. Make room on that disk; SAM2_TOOLBOX_HOME names another place.</source>
   <translation>{1} demande {2} Mo de plus dans {3}, et {4} Mo sont libres. Faire de la place sur ce disque ; SAM2_TOOLBOX_HOME nomme un autre endroit.</translation>
  </message>
  <message>
   <source>The checkpoint {1} cannot be read: {2}.</source>
   <translation>Le fichier de poids {1} ne peut pas être lu : {2}.</translation>
  </message>
  <message>
   <source>There is no file {1}. Choose a checkpoint (.pt).</source>
   <translation>Il n'y a pas de fichier {1}. Choisir un fichier de poids (.pt).</translation>
  </message>
  <message>
   <source>{1} is none of Meta's checkpoints as they were published{2}. If it is a model of your own, give it as CHECKPOINT; else get the file again.</source>
   <translation>{1} n'est aucun des fichiers de poids de Meta tels que publiés{2}. Si c'est un modèle à vous, le donner comme CHECKPOINT ; sinon reprendre le fichier.</translation>
  </message>
  <message>
   <source>{1} comes with the plugin and cannot be removed. Choose another model.</source>
   <translation>{1} vient avec l'extension et ne peut pas être supprimé. Choisir un autre modèle.</translation>
  </message>
  <message>
   <source>Close every QGIS that uses the model and try again.</source>
   <translation>Fermer tous les QGIS qui utilisent le modèle et réessayer.</translation>
  </message>
  <message>
   <source>{1} cannot be removed: {2}. {3}</source>
   <translation>{1} ne peut pas être supprimé : {2}. {3}</translation>
  </message>
  <message>
   <source>{1} has changed while it was copied. Try again.</source>
   <translation>{1} a changé pendant la copie. Réessayer.</translation>
  </message>
  <message>
   <source>{1} cannot be written: {2}{3}. Make room on that disk or make the folder writable, then try again; SAM2_TOOLBOX_HOME names another place.</source>
   <translation>{1} ne peut pas être écrit : {2}{3}. Faire de la place sur ce disque ou permettre d'écrire dans le dossier, puis réessayer ; SAM2_TOOLBOX_HOME nomme un autre endroit.</translation>
  </message>
  <message>
   <source>{1} is being written by another QGIS or script. Wait until it is done, or stop it there.</source>
   <translation>{1} est en cours d'écriture par un autre QGIS ou script. Attendre qu'il ait fini, ou l'arrêter là-bas.</translation>
  </message>
  <message>
   <source>one of {1}</source>
   <translation>l'un de {1}</translation>
  </message>
  <message>
   <source>true or false</source>
   <translation>true ou false</translation>
  </message>
  <message>
   <source>a list of band numbers, starting at 1</source>
   <translation>une liste de numéros de bandes, à partir de 1</translation>
  </message>
  <message>
   <source>a list of points x, y, label with label 1 (foreground) or 0 (background)</source>
   <translation>une liste de points x, y, label avec label 1 (sur l'objet) ou 0 (à côté)</translation>
  </message>
  <message>
   <source>four numbers xmin, ymin, xmax, ymax, or four corners x, y</source>
   <translation>quatre nombres xmin, ymin, xmax, ymax, ou quatre coins x, y</translation>
  </message>
  <message>
   <source>{1} from {2} to {3}</source>
   <translation>{1} de {2} à {3}</translation>
  </message>
  <message>
   <source>{1} of at least {2}</source>
   <translation>{1} d'au moins {2}</translation>
  </message>
  <message>
   <source>{1} of at most {2}</source>
   <translation>{1} d'au plus {2}</translation>
  </message>
  <message>
   <source>{1} is {2}; it must be {3}.</source>
   <translation>{1} est {2} ; permis : {3}.</translation>
  </message>
  <message>
   <source>Unknown parameter {1}; known are {2}.</source>
   <translation>Paramètre inconnu {1} ; connus : {2}.</translation>
  </message>
  <message>
   <source>{1}: cannot be used, {2}. SAM 2 takes another device.</source>
   <translation>{1} : inutilisable, {2}. SAM 2 prend un autre appareil.</translation>
  </message>
  <message>
   <source>{1}: works. {2} looks at an image in {3} s, answers a click in {4}, and was ready after {5} s.</source>
   <translation>{1} : marche. {2} regarde une image en {3} s, répond à un clic en {4}, et était prêt après {5} s.</translation>
  </message>
  <message>
   <source>But its results differ from the processor's: set the device to cpu, and report this.</source>
   <translation>Mais ses résultats diffèrent de ceux du processeur : régler l'appareil sur cpu, et le signaler.</translation>
  </message>
  <message>
   <source>{1} is {2}; give the whole path, from the root.</source>
   <translation>{1} est {2} ; donner le chemin entier, depuis la racine.</translation>
  </message>
  <message>
   <source>The settings cannot be kept: {1} {2}. Make that folder writable, or choose another one.</source>
   <translation>Les réglages ne peuvent pas être gardés : {1} {2}. Permettre d'écrire dans ce dossier, ou en choisir un autre.</translation>
  </message>
  <message>
   <source>{1} SAM2_TOOLBOX_HOME to another folder, one you may write to (in QGIS: Settings &gt; Options &gt; System &gt; Environment), and start QGIS again.</source>
   <translation>{1} SAM2_TOOLBOX_HOME à un autre dossier, où l'on peut écrire (dans QGIS : Préférences &gt; Options &gt; Système &gt; Environnement), et redémarrer QGIS.</translation>
  </message>
  <message>
   <source>opening the raster</source>
   <translation>ouverture du raster</translation>
  </message>
  <message>
   <source>loading the model</source>
   <translation>chargement du modèle</translation>
  </message>
  <message>
   <source>encoding</source>
   <translation>préparation de la vue</translation>
  </message>
  <message>
   <source>The view does not touch {1}. Move the map to where the raster is.</source>
   <translation>La vue ne touche pas {1}. Déplacer la carte là où est le raster.</translation>
  </message>
  <message>
   <source>The prompt holds no foreground point, no box and no lasso: show where the object is.</source>
   <translation>L'invite n'a ni point sur l'objet, ni rectangle, ni lasso : montrer où est l'objet.</translation>
  </message>
  <message>
   <source>The prompt lies outside {1}. Click, or draw, on the raster.</source>
   <translation>L'invite est hors de {1}. Cliquer, ou dessiner, sur le raster.</translation>
  </message>
  <message>
   <source>LASSO cannot be read as a polygon: {1}.</source>
   <translation>LASSO ne se lit pas comme polygone : {1}.</translation>
  </message>
  <message>
   <source>LASSO has no area; draw it around the object.</source>
   <translation>LASSO n'a pas de surface ; le dessiner autour de l'objet.</translation>
  </message>
  <message>
   <source>reading the range of values</source>
   <translation>lecture de l'étendue des valeurs</translation>
  </message>
  <message>
   <source>SCHEDULER is {1}; it must be tls://host:port or tcp://host:port, the address that dask scheduler prints when it starts, or empty for this computer.</source>
   <translation>SCHEDULER est {1} ; ce doit être tls://host:port ou tcp://host:port, l'adresse que dask scheduler affiche au démarrage, ou vide pour cet ordinateur.</translation>
  </message>
  <message>
   <source>SCHEDULER is {1}, which does not use the certificates given. Start the cluster with TLS and give its tls:// address, or leave SCHEDULER_CA, SCHEDULER_CERT and SCHEDULER_KEY empty.</source>
   <translation>SCHEDULER est {1}, qui n'utilise pas les certificats donnés. Démarrer la grappe avec TLS et donner son adresse tls://, ou laisser SCHEDULER_CA, SCHEDULER_CERT et SCHEDULER_KEY vides.</translation>
  </message>
  <message>
   <source>SCHEDULER is {1}, another computer by an unencrypted link. Such a link carries programs, and anyone who can write to it can run theirs on this computer and on the cluster. Use tls:// with certificates, or set SCHEDULER_PLAIN in a network where you trust everyone.</source>
   <translation>SCHEDULER est {1}, un autre ordinateur par un lien non chiffré. Un tel lien porte des programmes, et qui peut y écrire peut exécuter les siens sur cet ordinateur et sur la grappe. Prendre tls:// avec des certificats, ou activer SCHEDULER_PLAIN dans un réseau où tous sont de confiance.</translation>
  </message>
  <message>
   <source>SCHEDULER is a tls:// address, but {1} is empty. Give SCHEDULER_CA and SCHEDULER_CERT (and SCHEDULER_KEY, unless the key is in the certificate's file).</source>
   <translation>SCHEDULER est une adresse tls://, mais {1} est vide. Donner SCHEDULER_CA et SCHEDULER_CERT (et SCHEDULER_KEY, sauf si la clé est dans le fichier du certificat).</translation>
  </message>
  <message>
   <source>{1} is {2}, which cannot be read: {3}.</source>
   <translation>{1} est {2}, qui ne peut pas être lu : {3}.</translation>
  </message>
  <message>
   <source>connecting to {1}</source>
   <translation>connexion à {1}</translation>
  </message>
  <message>
   <source>No connection to the scheduler {1}: {2}. See whether it runs there, whether a firewall is between, and whether both ends use the same certificates.</source>
   <translation>Pas de connexion à l'ordonnanceur {1} : {2}. Voir s'il tourne là, s'il y a un pare-feu entre les deux, et si les deux bouts ont les mêmes certificats.</translation>
  </message>
  <message>
   <source>The scheduler {1} {2}: {3}. See whether it still runs, and start the run again.</source>
   <translation>L'ordonnanceur {1} {2} : {3}. Voir s'il tourne encore, et relancer le traitement.</translation>
  </message>
  <message>
   <source>The connection to the scheduler {1} was lost. See whether it still runs, and start the run again.</source>
   <translation>La connexion à l'ordonnanceur {1} est perdue. Voir s'il tourne encore, et relancer le traitement.</translation>
  </message>
  <message>
   <source>SCHEDULER needs the package distributed, which the worker's Python does not have. Install it with this command: "{1}" -m pip install -r "{2}".</source>
   <translation>SCHEDULER demande le paquet distributed, que le Python de SAM 2 n'a pas. L'installer par cette commande : "{1}" -m pip install -r "{2}".</translation>
  </message>
  <message>
   <source>{1} was given to {2} workers of the cluster, and each of them died over it, most likely for want of memory. Choose smaller tiles or a smaller model, or give the workers more memory; their logs say more.</source>
   <translation>{1} a été donné à {2} machines de la grappe, et chacune en est morte, sans doute faute de mémoire. Choisir des tuiles ou un modèle plus petits, ou leur donner plus de mémoire ; leurs journaux en disent plus.</translation>
  </message>
  <message>
   <source>{1} failed on the cluster ({2}: {3}). The logs of its workers say more.</source>
   <translation>{1} a échoué sur la grappe ({2} : {3}). Les journaux de ses machines en disent plus.</translation>
  </message>
  <message>
   <source>The raster must be readable under the same path on every worker.</source>
   <translation>Le raster doit être lisible sous le même chemin sur chaque machine.</translation>
  </message>
  <message>
   <source>Every worker needs the checkpoint, under the same path or in its own model folder.</source>
   <translation>Chaque machine a besoin du fichier de poids, sous le même chemin ou dans son propre dossier de modèles.</translation>
  </message>
  <message>
   <source>Every worker needs the same checkpoint.</source>
   <translation>Chaque machine a besoin du même fichier de poids.</translation>
  </message>
  <message>
   <source>The cluster does not fit this computer: {1} has {2} {3}, this computer {4}. Give both the same versions (docs/scale.md says how).</source>
   <translation>La grappe ne convient pas à cet ordinateur : {1} a {2} {3}, cet ordinateur {4}. Donner aux deux les mêmes versions (docs/scale.md dit comment).</translation>
  </message>
  <message>
   <source>On the worker {1} of the cluster: {2}</source>
   <translation>Sur la machine {1} de la grappe : {2}</translation>
  </message>
  <message>
   <source>{1} MIN_AREA and MAX_AREA are in square metres: set the raster's CRS, or leave both at 0.</source>
   <translation>{1} MIN_AREA et MAX_AREA sont en mètres carrés : donner un SCR au raster, ou laisser les deux à 0.</translation>
  </message>
  <message>
   <source>Encoded windows cannot be kept in {1}: {2}. Everything else works, but they will be encoded again next time; make room on that disk, or make the folder writable.</source>
   <translation>Les fenêtres préparées ne peuvent pas être gardées dans {1} : {2}. Tout le reste marche, mais elles seront préparées de nouveau la prochaine fois ; faire de la place sur ce disque, ou permettre d'écrire dans le dossier.</translation>
  </message>
  <message>
   <source>window {1} of {2}</source>
   <translation>fenêtre {1} sur {2}</translation>
  </message>
  <message>
   <source>The folder of encoded windows, {1}, cannot be written: {2}. Make room on that disk, or make the folder writable.</source>
   <translation>Le dossier des fenêtres préparées, {1}, ne peut pas être écrit : {2}. Faire de la place sur ce disque, ou permettre d'écrire dans le dossier.</translation>
  </message>
  <message>
   <source>{1} windows would take {2} MB, but encoded windows may take {3} MB. Choose a smaller EXTENT, a coarser RESOLUTION or a smaller MODEL, or raise CACHE_LIMIT_MB to {4}.</source>
   <translation>{1} fenêtres prendraient {2} Mo, mais les fenêtres préparées peuvent prendre {3} Mo. Choisir une EXTENT plus petite, une RESOLUTION plus grossière ou un MODEL plus petit, ou porter CACHE_LIMIT_MB à {4}.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for the model {2}. Choose a smaller MODEL, close other programs that use this memory, or set DEVICE to cpu.</source>
   <translation>La mémoire ({1}) ne suffit pas au modèle {2}. Choisir un MODEL plus petit, fermer d'autres programmes qui utilisent cette mémoire, ou mettre DEVICE sur cpu.</translation>
  </message>
  <message>
   <source>reading the layers</source>
   <translation>lecture des couches</translation>
  </message>
  <message>
   <source>matching the objects</source>
   <translation>mise en correspondance des objets</translation>
  </message>
  <message>
   <source>writing</source>
   <translation>écriture</translation>
  </message>
  <message>
   <source>No object of {1} lies in the AREA of interest. Choose another one.</source>
   <translation>Aucun objet de {1} n'est dans la zone d'intérêt AREA. En choisir une autre.</translation>
  </message>
  <message>
   <source>Only one of REFERENCE_{1} and PREDICTION_{2} is given. Give both, or none to compare all objects with each other.</source>
   <translation>Un seul de REFERENCE_{1} et PREDICTION_{2} est donné. Donner les deux, ou aucun pour comparer tous les objets entre eux.</translation>
  </message>
  <message>
   <source>The computer ran out of memory. Choose a smaller tile size, fewer points per batch or a smaller model, or close other programs.</source>
   <translation>L'ordinateur manque de mémoire. Choisir une taille de tuile plus petite, moins de points par lot ou un modèle plus petit, ou fermer d'autres programmes.</translation>
  </message>
  <message>
   <source>The worker met an error it does not know ({1}: {2}). Please report it with the log.</source>
   <translation>SAM 2 a rencontré une erreur inconnue ({1} : {2}). Merci de la signaler avec le journal.</translation>
  </message>
  <message>
   <source>{1} does not exist. Choose a COCO file.</source>
   <translation>{1} n'existe pas. Choisir un fichier COCO.</translation>
  </message>
  <message>
   <source>{1} cannot be read: {2}. Correct it there, or have the file written again.</source>
   <translation>{1} ne peut pas être lu : {2}. Le corriger là, ou faire réécrire le fichier.</translation>
  </message>
  <message>
   <source>Tiles are written with their pixels, and there is no REFERENCE raster to take them from. Give one, or switch TILES off.</source>
   <translation>Les tuiles sont écrites avec leurs pixels, et il n'y a pas de raster REFERENCE d'où les prendre. En donner un, ou désactiver TILES.</translation>
  </message>
  <message>
   <source>object {1} of {2}</source>
   <translation>objet {1} sur {2}</translation>
  </message>
  <message>
   <source>{1} flat masks of {2} x {3} pixels are {4} MB once they are read; SIZE_LIMIT_MB is {5}, and a single mask may have {6} pixels at most. Export them to COCO or to NPZ with the layout labels or tiles, choose larger pixels or fewer objects, or raise the limit.</source>
   <translation>{1} masques plats de {2} x {3} pixels font {4} Mo une fois lus ; SIZE_LIMIT_MB est {5}, et un seul masque peut avoir {6} pixels au plus. Les exporter vers COCO ou vers NPZ avec la disposition labels ou tiles, choisir des pixels plus grands ou moins d'objets, ou relever la limite.</translation>
  </message>
  <message>
   <source>mask {1} of {2}</source>
   <translation>masque {1} sur {2}</translation>
  </message>
  <message>
   <source>There is no REFERENCE raster and no PIXEL_SIZE. Give one of them.</source>
   <translation>Il n'y a ni raster REFERENCE ni PIXEL_SIZE. Donner l'un des deux.</translation>
  </message>
  <message>
   <source>{1} of {2} polygons on the grid</source>
   <translation>{1} sur {2} polygones sur la grille</translation>
  </message>
  <message>
   <source>No polygon covers the centre of a pixel. Check that layer and raster show the same place, and that the pixels are small enough.</source>
   <translation>Aucun polygone ne couvre le centre d'un pixel. Vérifier que la couche et le raster montrent le même lieu, et que les pixels sont assez petits.</translation>
  </message>
  <message>
   <source>{1} polygons lie outside the grid or cover no pixel's centre; they are left out.</source>
   <translation>{1} polygones sont hors de la grille ou ne couvrent le centre d'aucun pixel ; ils sont laissés de côté.</translation>
  </message>
  <message>
   <source>PRIORITY is score, but SCORE_FIELD is empty. Name it.</source>
   <translation>PRIORITY est score, mais SCORE_FIELD est vide. Le donner.</translation>
  </message>
  <message>
   <source>{1} masks of {2} x {3} pixels would make a file of about {4} MB{5}, more than SIZE_LIMIT_MB = {6}. {7}Or raise the limit, export fewer objects or choose larger pixels.</source>
   <translation>{1} masques de {2} x {3} pixels feraient un fichier d'environ {4} Mo{5}, plus que SIZE_LIMIT_MB = {6}. {7}Ou relever la limite, exporter moins d'objets ou choisir des pixels plus grands.</translation>
  </message>
  <message>
   <source>{1} goes up to {2}; labels hold up to 4294967295.</source>
   <translation>{1} va jusqu'à {2} ; labels contient jusqu'à 4294967295.</translation>
  </message>
  <message>
   <source>writing labels</source>
   <translation>écriture de labels</translation>
  </message>
  <message>
   <source>tile {1} of {2}</source>
   <translation>tuile {1} sur {2}</translation>
  </message>
  <message>
   <source>{1} does not exist. Choose a Parquet file.</source>
   <translation>{1} n'existe pas. Choisir un fichier Parquet.</translation>
  </message>
  <message>
   <source>{1} cannot be read as flat masks: {2}. Write it again with the columns mask, width and height, a mask being the list of its pixels, 0 or 1, row after row.</source>
   <translation>{1} ne se lit pas comme masques plats : {2}. Le réécrire avec les colonnes mask, width et height, un masque étant la liste de ses pixels, 0 ou 1, ligne après ligne.</translation>
  </message>
  <message>
   <source>Parquet files need the package pyarrow, which is not in the Python that runs SAM 2. Install it there, "{1}" -m pip install pyarrow, or choose NPZ or COCO instead.</source>
   <translation>Les fichiers Parquet demandent le paquet pyarrow, que le Python de SAM 2 n'a pas. L'y installer, "{1}" -m pip install pyarrow, ou choisir plutôt NPZ ou COCO.</translation>
  </message>
  <message>
   <source>A grid from {1} with pixels of {2} is empty. Give a reference raster, or an extent and a pixel size above 0.</source>
   <translation>Une grille de {1} avec des pixels de {2} est vide. Donner un raster de référence, ou une emprise et une taille de pixel au-dessus de 0.</translation>
  </message>
  <message>
   <source>Pixels of {1} make a grid of {2} x {3} of them. Choose a larger pixel size.</source>
   <translation>Des pixels de {1} font une grille de {2} x {3}. Choisir des pixels plus grands.</translation>
  </message>
  <message>
   <source>annotation {1} of {2}</source>
   <translation>annotation {1} sur {2}</translation>
  </message>
  <message>
   <source>{1} annotations of {2} are empty and left out.</source>
   <translation>{1} annotations de {2} sont vides et laissées de côté.</translation>
  </message>
  <message>
   <source>{1} phrases are in no object of their image; they come without a geometry.</source>
   <translation>{1} groupes de mots ne sont dans aucun objet de leur image ; ils viennent sans géométrie.</translation>
  </message>
  <message>
   <source>{1} polygons of {2} crossed themselves and were repaired.</source>
   <translation>{1} polygones de {2} se croisaient et ont été réparés.</translation>
  </message>
  <message>
   <source>{1} has {2} images that do not say where they lie; one REFERENCE raster can stand for one of them. Leave it empty, or split the file.</source>
   <translation>{1} a {2} images qui ne disent pas où elles sont ; un raster REFERENCE peut tenir lieu de l'une d'elles. Le laisser vide, ou diviser le fichier.</translation>
  </message>
  <message>
   <source>They lie over each other; the field image tells them apart.</source>
   <translation>Elles sont l'une sur l'autre ; le champ image les distingue.</translation>
  </message>
  <message>
   <source>The images of {1} lie in {2} different CRSs, and a layer has one. Import them from separate files.</source>
   <translation>Les images de {1} sont dans {2} SCR différents, et une couche en a un. Les importer de fichiers séparés.</translation>
  </message>
  <message>
   <source>{1} holds no row. Choose a file with masks.</source>
   <translation>{1} ne contient aucune ligne. Choisir un fichier avec des masques.</translation>
  </message>
  <message>
   <source>{1} holds masks of {2} x {3} and of {4} x {5} pixels, which cannot lie on one raster. Import them from a file each.</source>
   <translation>{1} contient des masques de {2} x {3} et de {4} x {5} pixels, qui ne peuvent pas être sur un même raster. Les importer d'un fichier chacun.</translation>
  </message>
  <message>
   <source>The field {1} of {2} holds {3}; {4} is wanted.</source>
   <translation>Le champ {1} de {2} contient {3} ; il faut {4}.</translation>
  </message>
  <message>
   <source>{1} invalid geometries of {2} were repaired.</source>
   <translation>{1} géométries non valides de {2} ont été réparées.</translation>
  </message>
  <message>
   <source>{1} features of {2} have no area and are left out.</source>
   <translation>{1} entités de {2} n'ont pas de surface et sont laissées de côté.</translation>
  </message>
  <message>
   <source>{1} has no polygon to work on. Choose a layer with polygons, or clear its filter or selection.</source>
   <translation>{1} n'a pas de polygone à traiter. Choisir une couche avec des polygones, ou annuler son filtre ou sa sélection.</translation>
  </message>
  <message>
   <source>{1} masks of {2} hold no pixel and are left out.</source>
   <translation>{1} masques de {2} ne contiennent aucun pixel et sont laissés de côté.</translation>
  </message>
  <message>
   <source>{1} does not say where its masks lie; they come in pixels, y downwards.</source>
   <translation>{1} ne dit pas où sont ses masques ; ils viennent en pixels, y vers le bas.</translation>
  </message>
  <message>
   <source>The masks of {1} are {2} x {3} pixels, the raster {4} has {5} x {6}. Choose the raster the masks were made from.</source>
   <translation>Les masques de {1} ont {2} x {3} pixels, le raster {4} en a {5} x {6}. Choisir le raster dont les masques sont tirés.</translation>
  </message>
  <message>
   <source>The largest number to write is {1}; a mask raster holds up to 4294967295.</source>
   <translation>Le plus grand numéro à écrire est {1} ; un raster de masques va jusqu'à 4294967295.</translation>
  </message>
  <message>
   <source>writing the raster</source>
   <translation>écriture du raster</translation>
  </message>
  <message>
   <source>{1} does not exist. Choose an NPZ file.</source>
   <translation>{1} n'existe pas. Choisir un fichier NPZ.</translation>
  </message>
  <message>
   <source>{1} cannot be read as masks: {2}. Save it again with numpy.savez_compressed and an array masks of whole numbers, (N, height, width) of 0 and 1 or (height, width) of labels.</source>
   <translation>{1} ne se lit pas comme masques : {2}. L'enregistrer de nouveau avec numpy.savez_compressed et un tableau masks de nombres entiers, (N, hauteur, largeur) de 0 et 1 ou (hauteur, largeur) d'étiquettes.</translation>
  </message>
  <message>
   <source>{1} is placed by ground control points. Warp it to a grid first (Raster &gt; Projections &gt; Warp).</source>
   <translation>{1} est placé par des points de contrôle. Le projeter d'abord sur une grille (Raster &gt; Projections &gt; Projection).</translation>
  </message>
  <message>
   <source>{1} holds complex numbers, which have no order and no mean. Choose its amplitude.</source>
   <translation>{1} contient des nombres complexes, qui n'ont ni ordre ni moyenne. Choisir leur amplitude.</translation>
  </message>
  <message>
   <source>{1} cannot be read: {2}.</source>
   <translation>{1} ne peut pas être lu : {2}.</translation>
  </message>
  <message>
   <source>{1} cannot be read as a mask: {2}. Correct it there, or have the file written again.</source>
   <translation>{1} ne se lit pas comme masque : {2}. Le corriger là, ou faire réécrire le fichier.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for {2} points at once; going on with {3}.</source>
   <translation>La mémoire ({1}) ne suffit pas pour {2} points à la fois ; on continue avec {3}.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for the model {2} on one tile. Choose a smaller MODEL, close other programs that use this memory, or set DEVICE to cpu.</source>
   <translation>La mémoire ({1}) ne suffit pas au modèle {2} sur une tuile. Choisir un MODEL plus petit, fermer d'autres programmes qui utilisent cette mémoire, ou mettre DEVICE sur cpu.</translation>
  </message>
  <message>
   <source>{1} has thresholds of its own where the defaults were left: {2}.</source>
   <translation>{1} a ses propres seuils où les valeurs par défaut sont restées : {2}.</translation>
  </message>
  <message>
   <source>filling gaps, tile {1} of {2}</source>
   <translation>comblement des vides, tuile {1} sur {2}</translation>
  </message>
  <message>
   <source>With an OVERLAP of {1} pixels objects stay cut at the seams of the tiles. Choose at least {2}.</source>
   <translation>Avec un OVERLAP de {1} pixels, des objets restent coupés aux coutures des tuiles. Choisir au moins {2}.</translation>
  </message>
  <message>
   <source>tile {1} of {2}, {3} objects</source>
   <translation>tuile {1} sur {2}, {3} objets</translation>
  </message>
  <message>
   <source>Apple GPU (mps)</source>
   <translation>GPU Apple (mps)</translation>
  </message>
  <message>
   <source>processor, {1} threads</source>
   <translation>processeur, {1} fils</translation>
  </message>
  <message>
   <source>DEVICE is {1}, but {2}. Set DEVICE to auto or cpu.</source>
   <translation>DEVICE est {1}, mais {2}. Mettre DEVICE sur auto ou cpu.</translation>
  </message>
  <message>
   <source>the worker's PyTorch {1} is built without CUDA</source>
   <translation>le PyTorch {1} de SAM 2 est construit sans CUDA</translation>
  </message>
  <message>
   <source>no NVIDIA GPU with a working driver was found</source>
   <translation>aucun GPU NVIDIA avec un pilote qui marche n'a été trouvé</translation>
  </message>
  <message>
   <source>the GPU {1} cannot be used ({2})</source>
   <translation>le GPU {1} ne peut pas servir ({2})</translation>
  </message>
  <message>
   <source>the worker's PyTorch {1} is built without Metal (mps)</source>
   <translation>le PyTorch {1} de SAM 2 est construit sans Metal (mps)</translation>
  </message>
  <message>
   <source>no Apple GPU was found, or its macOS is older than 12.3</source>
   <translation>aucun GPU Apple n'a été trouvé, ou son macOS est antérieur à 12.3</translation>
  </message>
  <message>
   <source>The checkpoint {1} does not exist. Choose another CHECKPOINT, or leave it empty.</source>
   <translation>Le fichier de poids {1} n'existe pas. Choisir un autre CHECKPOINT, ou le laisser vide.</translation>
  </message>
  <message>
   <source>The checkpoint {1} {2}. Expected is a SAM 2 checkpoint (.pt) as Meta publishes them; get the file again, or choose another.</source>
   <translation>Le fichier de poids {1} {2}. Il faut un fichier de poids SAM 2 (.pt) comme Meta les publie ; le reprendre, ou en choisir un autre.</translation>
  </message>
  <message>
   <source>The config {1} does not exist. Choose another CONFIG, or leave it empty.</source>
   <translation>La configuration {1} n'existe pas. Choisir un autre CONFIG, ou le laisser vide.</translation>
  </message>
  <message>
   <source>The config {1} does not describe a SAM 2 model{2}. Take one of Meta's configs as a pattern.</source>
   <translation>La configuration {1} ne décrit pas un modèle SAM 2{2}. Prendre pour patron une des configurations de Meta.</translation>
  </message>
  <message>
   <source>The config {1} {2}. Expected is a config of SAM 2 in Meta's format (configs/sam2.1 of the sam2 package); choose another CONFIG, or leave it empty.</source>
   <translation>La configuration {1} {2}. Il faut une configuration de SAM 2 au format de Meta (configs/sam2.1 du paquet sam2) ; choisir un autre CONFIG, ou le laisser vide.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for the model {2}. Choose a smaller MODEL, or set DEVICE to cpu.</source>
   <translation>La mémoire ({1}) ne suffit pas au modèle {2}. Choisir un MODEL plus petit, ou mettre DEVICE sur cpu.</translation>
  </message>
  <message>
   <source>Model {1} on {2}.</source>
   <translation>Modèle {1} sur : {2}.</translation>
  </message>
  <message>
   <source>The model {1} has no trained weights: random ones stand in, and the outlines mean nothing.</source>
   <translation>Le modèle {1} n'a pas de poids entraînés : des poids au hasard les remplacent, et les contours ne veulent rien dire.</translation>
  </message>
  <message>
   <source>{1} It is what the options of SAM 2 Toolbox say for auto; change it there.</source>
   <translation>{1} C'est ce que disent les options de SAM 2 Toolbox pour auto ; le changer là.</translation>
  </message>
  <message>
   <source>CONFIG is {1}, but CHECKPOINT is empty. Give the checkpoint the config describes, or leave both empty.</source>
   <translation>CONFIG est {1}, mais CHECKPOINT est vide. Donner le fichier de poids que la configuration décrit, ou laisser les deux vides.</translation>
  </message>
  <message>
   <source>The checkpoint of {1} is not in the model folder: {2} does not exist. Download it (in QGIS: Settings &gt; Options &gt; SAM 2 Toolbox; or scripts/models.py), name it in CHECKPOINT, or choose another MODEL.</source>
   <translation>Le fichier de poids de {1} n'est pas dans le dossier des modèles : {2} n'existe pas. Le télécharger (dans QGIS : Préférences &gt; Options &gt; SAM 2 Toolbox ; ou scripts/models.py), le nommer dans CHECKPOINT, ou choisir un autre MODEL.</translation>
  </message>
  <message>
   <source>The checkpoint {1} is not the file that was published as {2} (its SHA-256 begins with {3}, not {4}). Remove it and download it again; a model of your own is given as CHECKPOINT.</source>
   <translation>Le fichier de poids {1} n'est pas celui qui a été publié comme {2} (son SHA-256 commence par {3}, pas {4}). Le supprimer et le télécharger de nouveau ; un modèle à vous se donne comme CHECKPOINT.</translation>
  </message>
  <message>
   <source>The checkpoint {1} holds weights of another kind of model (such as {2}), not of SAM 2. Choose a SAM 2 checkpoint.</source>
   <translation>Le fichier de poids {1} contient ceux d'un autre genre de modèle (comme {2}), pas de SAM 2. Choisir un fichier de poids SAM 2.</translation>
  </message>
  <message>
   <source>The checkpoint {1} does not fit the config {2}: {3}. Give the CONFIG that belongs to it, or get the file again.</source>
   <translation>Le fichier de poids {1} ne convient pas à la configuration {2} : {3}. Donner le CONFIG qui va avec, ou reprendre le fichier.</translation>
  </message>
  <message>
   <source>The checkpoint {1} is of SAM 2's kind, but fits none of Meta's configs and not the bundled model's. Give its own CONFIG.</source>
   <translation>Le fichier de poids {1} est du genre de SAM 2, mais ne convient à aucune des configurations de Meta ni à celle du modèle fourni. Donner son propre CONFIG.</translation>
  </message>
  <message>
   <source>The worker's Python has no package sam2. Install the worker's environment again.</source>
   <translation>Le Python de SAM 2 n'a pas le paquet sam2. Réinstaller l'environnement.</translation>
  </message>
  <message>
   <source>The memory of the {1} is too small for the model {2} on one window. Choose a smaller MODEL, close other programs that use this memory, or set DEVICE to cpu.</source>
   <translation>La mémoire ({1}) ne suffit pas au modèle {2} sur une fenêtre. Choisir un MODEL plus petit, fermer d'autres programmes qui utilisent cette mémoire, ou mettre DEVICE sur cpu.</translation>
  </message>
  <message>
   <source>looking at a tile</source>
   <translation>regard sur une tuile</translation>
  </message>
  <message>
   <source>No object of INPUT lies on {1}. Check that both show the same place.</source>
   <translation>Aucun objet d'INPUT n'est sur {1}. Vérifier que les deux montrent le même lieu.</translation>
  </message>
  <message>
   <source>{1} objects lie outside {2} and are left out.</source>
   <translation>{1} objets sont hors de {2} et laissés de côté.</translation>
  </message>
  <message>
   <source>An atlas of {1} objects would have {2} x {3} pixels. Choose the layout files, fewer objects or a smaller margin.</source>
   <translation>Un atlas de {1} objets aurait {2} x {3} pixels. Choisir la disposition files, moins d'objets ou une marge plus petite.</translation>
  </message>
  <message>
   <source>The folder {1} cannot be made: {2}. Choose one you may write to.</source>
   <translation>Le dossier {1} ne peut pas être créé : {2}. En choisir un où l'on peut écrire.</translation>
  </message>
  <message>
   <source>pair {1} of {2}</source>
   <translation>paire {1} sur {2}</translation>
  </message>
  <message>
   <source>copying the raster</source>
   <translation>copie du raster</translation>
  </message>
  <message>
   <source>An object leaves nothing around it to be filled from: it covers the whole raster, or lies in the middle of no data. Leave it out.</source>
   <translation>Un objet ne laisse rien autour de lui pour le remplir : il couvre tout le raster, ou est au milieu de pixels vides. Le laisser de côté.</translation>
  </message>
  <message>
   <source>Right angles would tear neighbours apart, so the coverage's borders follow the pixels. Choose MODE objects for OUTLINE rectilinear.</source>
   <translation>Des angles droits sépareraient les voisins, les limites de la couverture suivent donc les pixels. Pour OUTLINE rectilinear, choisir MODE objects.</translation>
  </message>
  <message>
   <source>drawing the coverage, block {1} of {2}</source>
   <translation>dessin de la couverture, bloc {1} sur {2}</translation>
  </message>
  <message>
   <source>Objects that lie under smaller ones altogether and are not in the coverage: {1}.</source>
   <translation>Objets entièrement sous de plus petits, absents de la couverture : {1}.</translation>
  </message>
  <message>
   <source>There is no room for temporary files in {1}: {2}. Check that the folder is writable and the disk not full.</source>
   <translation>Il n'y a pas de place pour des fichiers temporaires dans {1} : {2}. Vérifier qu'on peut écrire dans le dossier et que le disque n'est pas plein.</translation>
  </message>
  <message>
   <source>lie outside the part of {1} that is segmented. Check the CRS of both layers if that is not what you expect</source>
   <translation>sont hors de la partie de {1} qui est segmentée. Vérifier le SCR des deux couches si c'est inattendu</translation>
  </message>
  <message>
   <source>lie where {1} has no data, or outside the area of interest</source>
   <translation>sont où {1} n'a pas de données, ou hors de la zone d'intérêt</translation>
  </message>
  <message>
   <source>have background prompts only; give each object a point, line, box or polygon that lies on it</source>
   <translation>n'ont que des invites de fond ; donner à chaque objet un point, une ligne, un rectangle ou un polygone qui soit dessus</translation>
  </message>
  <message>
   <source>have no geometry</source>
   <translation>n'ont pas de géométrie</translation>
  </message>
  <message>
   <source>have more points than SAM 2 can make use of; a few well placed ones do better</source>
   <translation>ont plus de points que SAM 2 ne peut en utiliser ; quelques points bien placés valent mieux</translation>
  </message>
  <message>
   <source>show the model nothing that it could outline</source>
   <translation>ne montrent au modèle rien qu'il puisse cerner</translation>
  </message>
  <message>
   <source>are smaller or larger than the area limits allow</source>
   <translation>sont plus petits ou plus grands que les limites de surface</translation>
  </message>
  <message>
   <source>Left out: {1} of {2} objects {3}: {4} {5}{6}.</source>
   <translation>Laissés de côté : {1} objets sur {2} {3} : {4} {5}{6}.</translation>
  </message>
  <message>
   <source>The geometry of the prompts with feature {1} cannot be read: {2}.</source>
   <translation>La géométrie des invites avec l'entité {1} ne se lit pas : {2}.</translation>
  </message>
  <message>
   <source>reading the prompts</source>
   <translation>lecture des invites</translation>
  </message>
  <message>
   <source>{1} of {2} objects, window {3}</source>
   <translation>{1} objets sur {2}, fenêtre {3}</translation>
  </message>
  <message>
   <source>MASK_LAYER does not touch the part of {1} that is to be segmented; its polygons cover ({2}), that part ({3}).</source>
   <translation>MASK_LAYER ne touche pas la partie de {1} à segmenter ; ses polygones couvrent ({2}), cette partie ({3}).</translation>
  </message>
  <message>
   <source>MASK_LAYER holds a geometry that cannot be read: {1}.</source>
   <translation>MASK_LAYER contient une géométrie illisible : {1}.</translation>
  </message>
  <message>
   <source>MASK_LAYER holds no polygon with an area; choose another layer.</source>
   <translation>MASK_LAYER ne contient pas de polygone qui ait une surface ; choisir une autre couche.</translation>
  </message>
  <message>
   <source>BANDS names {1} bands; give one (shown as grey) or three (red, green, blue).</source>
   <translation>BANDS nomme {1} bandes ; en donner une (montrée en gris) ou trois (rouge, vert, bleu).</translation>
  </message>
  <message>
   <source>BANDS asks for band {1}, but {2} has {3}.</source>
   <translation>BANDS demande la bande {1}, mais {2} en a {3}.</translation>
  </message>
  <message>
   <source>INPUT is empty; choose a raster.</source>
   <translation>INPUT est vide ; choisir un raster.</translation>
  </message>
  <message>
   <source>{1} is not a file.</source>
   <translation>{1} n'est pas un fichier.</translation>
  </message>
  <message>
   <source>{1} cannot be placed on the map. {2}</source>
   <translation>{1} ne peut pas être placé sur la carte. {2}</translation>
  </message>
  <message>
   <source>{1} does not exist.</source>
   <translation>{1} n'existe pas.</translation>
  </message>
  <message>
   <source>{1} is a folder; choose a raster file.</source>
   <translation>{1} est un dossier ; choisir un fichier raster.</translation>
  </message>
  <message>
   <source>{1} may not be read: permission denied.</source>
   <translation>{1} ne peut pas être lu : accès refusé.</translation>
  </message>
  <message>
   <source>{1} is an empty file.</source>
   <translation>{1} est un fichier vide.</translation>
  </message>
  <message>
   <source>{1} holds no raster that GDAL can read; it looks like a vector file.</source>
   <translation>{1} ne contient pas de raster que GDAL lise ; on dirait un fichier vecteur.</translation>
  </message>
  <message>
   <source>{1} cannot be opened as a raster: {2}.</source>
   <translation>{1} ne s'ouvre pas comme raster : {2}.</translation>
  </message>
  <message>
   <source>{1} has no raster bands.</source>
   <translation>{1} n'a pas de bandes.</translation>
  </message>
  <message>
   <source>{1} has no bands of its own; choose one of the rasters inside it: {2}.</source>
   <translation>{1} n'a pas de bandes à lui ; choisir l'un des rasters qu'il contient : {2}.</translation>
  </message>
  <message>
   <source>{1} is stored in blocks of {2} x {3} pixels and {4} bands, too large to decode one by one; write it again in tiles (gdal_translate -co TILED=YES).</source>
   <translation>{1} est stocké en blocs de {2} x {3} pixels et {4} bandes, trop grands pour être lus un à un ; le réécrire en tuiles (gdal_translate -co TILED=YES).</translation>
  </message>
  <message>
   <source>{1} is placed on the map only by {2}; orthorectify it first (gdalwarp, or Warp in the toolbox).</source>
   <translation>{1} n'est placé sur la carte que par {2} ; l'orthorectifier d'abord (gdalwarp, ou Projection dans la boîte à outils).</translation>
  </message>
  <message>
   <source>{1} cannot be placed on the map by its ground control points: {2}.</source>
   <translation>{1} ne peut pas être placé sur la carte par ses points de contrôle : {2}.</translation>
  </message>
  <message>
   <source>The raster has no CRS, so areas and lengths in metres are unknown.</source>
   <translation>Le raster n'a pas de SCR, surfaces et longueurs en mètres sont donc inconnues.</translation>
  </message>
  <message>
   <source>The raster's CRS cannot be read, so areas and lengths in metres are unknown ({1}).</source>
   <translation>Le SCR du raster ne se lit pas, surfaces et longueurs en mètres sont donc inconnues ({1}).</translation>
  </message>
  <message>
   <source>The raster's CRS, {1}, is of type {2} and not tied to an ellipsoid by longitude and latitude, so areas and lengths in metres are unknown.</source>
   <translation>Le SCR du raster, {1}, est du type {2} et n'est pas lié à un ellipsoïde par longitude et latitude, surfaces et longueurs en mètres sont donc inconnues.</translation>
  </message>
  <message>
   <source>The geotransform {1} puts all pixels on one line or nowhere; georeference the raster again.</source>
   <translation>La géotransformation {1} met tous les pixels sur une ligne ou nulle part ; géoréférencer le raster de nouveau.</translation>
  </message>
  <message>
   <source>{1} cannot be read{2}: {3}.</source>
   <translation>{1} ne peut pas être lu{2} : {3}.</translation>
  </message>
  <message>
   <source>RESOLUTION is {1}, finer than the pixels of {2} ({3} x {4}); give at least {5}, or 0 for the raster's own.</source>
   <translation>RESOLUTION est {1}, plus fine que les pixels de {2} ({3} x {4}) ; donner au moins {5}, ou 0 pour celle du raster.</translation>
  </message>
  <message>
   <source>RESOLUTION is {1}, larger than the whole of {2} ({3} x {4}).</source>
   <translation>RESOLUTION est {1}, plus grande que tout {2} ({3} x {4}).</translation>
  </message>
  <message>
   <source>Band {1} of {2} is tagged as alpha but holds an image (near infrared, most likely); it does not hide any pixel.</source>
   <translation>La bande {1} de {2} est marquée alpha mais contient une image (le proche infrarouge, sans doute) ; elle ne cache aucun pixel.</translation>
  </message>
  <message>
   <source>{1} is placed by ground control points; it is segmented on the grid QGIS shows it on.</source>
   <translation>{1} est placé par des points de contrôle ; il est segmenté sur la grille où QGIS le montre.</translation>
  </message>
  <message>
   <source>{1} has no CRS; areas and lengths in metres stay empty.</source>
   <translation>{1} n'a pas de SCR ; surfaces et longueurs en mètres restent vides.</translation>
  </message>
  <message>
   <source>EXTENT ({1}) does not touch {2}, which covers ({3}) in its CRS.</source>
   <translation>EXTENT ({1}) ne touche pas {2}, qui couvre ({3}) dans son SCR.</translation>
  </message>
  <message>
   <source>{1} claims {2} x {3} pixels, more than can be segmented; choose an EXTENT, or a coarser RESOLUTION.</source>
   <translation>{1} annonce {2} x {3} pixels, plus qu'on ne peut segmenter ; choisir une EXTENT, ou une RESOLUTION plus grossière.</translation>
  </message>
  <message>
   <source>EXTENT ({1}) has no area; draw it again over the raster.</source>
   <translation>EXTENT ({1}) n'a pas de surface ; la dessiner de nouveau sur le raster.</translation>
  </message>
  <message>
   <source>STRETCH_LOW ({1}) must be below STRETCH_HIGH ({2}), both from 0 to 100.</source>
   <translation>STRETCH_LOW ({1}) doit être sous STRETCH_HIGH ({2}), tous deux de 0 à 100.</translation>
  </message>
  <message>
   <source>STRETCH is none, but {1} holds {2} values; only 8-bit values can be shown as they are. Use percentile.</source>
   <translation>STRETCH est none, mais {1} contient des valeurs {2} ; seules des valeurs 8 bits peuvent être montrées telles quelles. Prendre percentile.</translation>
  </message>
  <message>
   <source>STRETCH is values, and STRETCH_VALUES is {1}. It must be low:high, low below high, once or for each of the {2} bands, such as {3}.</source>
   <translation>STRETCH est values, et STRETCH_VALUES est {1}. Ce doit être bas:haut, bas sous haut, une fois ou pour chacune des {2} bandes, comme {3}.</translation>
  </message>
  <message>
   <source>{1} holds no data here: all pixels of the chosen bands and extent are nodata or transparent.</source>
   <translation>{1} n'a pas de données ici : tous les pixels des bandes et de l'emprise choisies sont vides ou transparents.</translation>
  </message>
  <message>
   <source>{1} {2} cannot be written: {3}. Check that the folder exists and is writable and that the disk is not full.</source>
   <translation>{1} {2} ne peut pas être écrit : {3}. Vérifier que le dossier existe, qu'on peut y écrire et que le disque n'est pas plein.</translation>
  </message>
  <message>
   <source>{1} is {2}, the raster that is read. Choose another name for what is written.</source>
   <translation>{1} est {2}, le raster qui est lu. Choisir un autre nom pour ce qui est écrit.</translation>
  </message>
  <message>
   <source>{1} of {2} tiles are kept in {3} ({4} MB). Run it again with RESUME to go on from there.</source>
   <translation>{1} tuiles sur {2} sont gardées dans {3} ({4} Mo). Relancer avec RESUME pour reprendre de là.</translation>
  </message>
  <message>
   <source>The journal of the run in {1} cannot be {2}: {3}. {4} run it again with RESUME.</source>
   <translation>Le journal du traitement de {1} est inutilisable ({2}) : {3}. {4} relancer avec RESUME.</translation>
  </message>
  <message>
   <source>The run to continue still goes on ({1}). Wait for its end or stop it, or leave RESUME off to make another run of it.</source>
   <translation>Le traitement à continuer tourne encore ({1}). Attendre sa fin ou l'arrêter, ou laisser RESUME désactivé pour en faire un autre.</translation>
  </message>
  <message>
   <source>The same run goes on elsewhere ({1}); this one keeps no journal.</source>
   <translation>Le même traitement tourne ailleurs ({1}) ; celui-ci ne tient pas de journal.</translation>
  </message>
  <message>
   <source>The journal of the interrupted run in {1} cannot be used: {2}. Make it readable and writable, with space on its disk, or leave RESUME off to start anew.</source>
   <translation>Le journal du traitement interrompu de {1} est inutilisable : {2}. Permettre de le lire et d'y écrire, avec de la place sur son disque, ou laisser RESUME désactivé pour recommencer.</translation>
  </message>
  <message>
   <source>The run keeps no journal and cannot be continued if it is interrupted: {1} cannot be used ({2}).</source>
   <translation>Le traitement ne tient pas de journal et ne pourra pas être continué s'il est interrompu : {1} est inutilisable ({2}).</translation>
  </message>
  <message>
   <source>The journal of an interrupted run, {1}, cannot be read: {2}. The run starts from its first tile; what is left of the journal is now called {3}.</source>
   <translation>Le journal d'un traitement interrompu, {1}, ne se lit pas : {2}. Le traitement part de sa première tuile ; ce qui reste du journal s'appelle maintenant {3}.</translation>
  </message>
  <message>
   <source>Continues the run of {1}: {2} of {3} tiles are done.</source>
   <translation>Continue le traitement du {1} : {2} tuiles sur {3} sont faites.</translation>
  </message>
  <message>
   <source>There is no interrupted run of this raster with these settings; this one starts anew.</source>
   <translation>Il n'y a pas de traitement interrompu de ce raster avec ces réglages ; celui-ci recommence.</translation>
  </message>
  <message>
   <source>An interrupted run of this raster with these settings has done {1} of {2} tiles; with RESUME they would not be segmented again.</source>
   <translation>Un traitement interrompu de ce raster avec ces réglages a fait {1} tuiles sur {2} ; avec RESUME elles ne seraient pas refaites.</translation>
  </message>
  <message>
   <source>RESUME cannot continue the run of {1} with {2}: {3}. Go back to what it was, or leave RESUME off to start anew.</source>
   <translation>RESUME ne peut pas continuer le traitement du {1} avec {2} : {3}. Revenir à ce que c'était, ou laisser RESUME désactivé pour recommencer.</translation>
  </message>
  <message>
   <source>TILE_SIZE is {1}; it must be 0 (the model's own size) or at least {2} pixels.</source>
   <translation>TILE_SIZE est {1} ; ce doit être 0 (la taille du modèle) ou au moins {2} pixels.</translation>
  </message>
  <message>
   <source>The area to segment is empty ({1} x {2} pixels). Choose an extent that covers part of the raster.</source>
   <translation>La zone à segmenter est vide ({1} x {2} pixels). Choisir une emprise qui couvre une partie du raster.</translation>
  </message>
  <message>
   <source>The tile size is {1} pixels; it must be at least 1 pixel.</source>
   <translation>La taille des tuiles est {1} pixels ; ce doit être au moins 1 pixel.</translation>
  </message>
  <message>
   <source>The overlap of {1} pixels does not fit a tile size of {2} pixels. Choose an overlap between 0 and {3} pixels, half a tile, or larger tiles.</source>
   <translation>Le recouvrement de {1} pixels ne convient pas à une taille de tuile de {2} pixels. Choisir un recouvrement de 0 à {3} pixels, une demi-tuile, ou des tuiles plus grandes.</translation>
  </message>
  <message>
   <source>The worker environment is not complete or not sound ({1}). Set it up again.</source>
   <translation>L'environnement de SAM 2 n'est pas complet ou pas sain ({1}). Le refaire.</translation>
  </message>
  <message>
   <source>The worker knows no job {1}, only {2}. Restart QGIS; if that does not help, install the plugin again.</source>
   <translation>SAM 2 ne connaît pas de tâche {1}, seulement {2}. Redémarrer QGIS ; sinon, réinstaller l'extension.</translation>
  </message>
 </context>
</TS>
